import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf, marksOfFields, noFile, openMarks, type FileFacts } from './marks.ts'

const file: FileFacts = {
  names: ['Şükran', 'Müller-Yılmaz', 'Alhassan', 'Omar', 'Licht'],
  scripts: ['شكران'],
  birthDates: ['1990-03-07'],
  strings: ['WES-2026-0147', '0281 123456', 'amina@example.org', 'Feldweg 12'],
}
const kinds = (text: string, facts = file) =>
  marksOf(text, facts).map(({ from, to, text: marked, kind, severity }) => {
    expect(text.slice(from, to)).toBe(marked)
    return [marked, kind, severity]
  })

describe('names of the file', () => {
  test.for([
    ['Şükran war dort', 'Şükran'],
    ['Sükran war dort', 'Sükran'],
    ['SUEKRAN war dort', 'SUEKRAN'],
    ['Sukran war dort', 'Sukran', 'likeOwnName', 'check'],
    ['mit Omars Bruder', 'Omars'],
    ['bei Mueller zu Hause', 'Mueller'],
    ['Müller-Yılmaz, Antrag', 'Müller'],
    ['Herkunft Al-Hassan', 'Al-Hassan'],
    ['Al Hassan wartet', 'Al Hassan'],
    ['die Yilmas wartet', 'Yilmas', 'likeOwnName', 'check'],
    ['im licht betrachtet', 'licht', 'likeOwnName', 'check'],
    ['Namensschild شكران hing dort', 'شكران', 'number'],
  ] as const)('%s', ([text, marked, kind = 'ownName', severity = 'stop']) => {
    expect(kinds(text)).toContainEqual([marked, kind, severity])
  })

  test('particles and short words alone are nobody', () => {
    expect(kinds('Der Antrag liegt al dente von und zu.', { ...noFile, names: ['von der Al'] })).toEqual([])
  })
})

describe('what overlaps counts once', () => {
  test.for([
    ['Frau Müller-Yılmaz wartet', [['Frau Müller-Yılmaz', 'person', 'stop']]],
    ['die Praxis Omar', [['Omar', 'ownName', 'stop']]],
    [
      'seit 2019 kommt Frau Kowalski',
      [
        ['2019', 'month', 'check'],
        ['Frau Kowalski', 'person', 'stop'],
      ],
    ],
    ['unter 0281 123456 78', [['0281 123456 78', 'number', 'stop']]],
    ['Al -Hassan', [['Hassan', 'likeOwnName', 'check']]],
    ['Al, Hassan', [['Hassan', 'likeOwnName', 'check']]],
    ['oMAR', [['oMAR', 'likeOwnName', 'check']]],
    ['sukran wartet', []],
  ] as const)('%s', ([text, marks]) => expect(kinds(text)).toEqual(marks))

  test('what touches does not overlap', () => {
    const facts = { ...noFile, strings: ['Abc-one', 'Def-two'] }
    expect(kinds('Abc-oneDef-two', facts).map(([marked]) => marked)).toEqual(['Abc-one', 'Def-two'])
  })
})

describe('what the file knows', () => {
  test.for([
    ['1990-03-07', '1990-03-07'],
    ['am 07.03.1990 kam', '07.03.1990'],
    ['am 7.3.1990 kam', '7.3.1990'],
    ['am 07.03.90 kam', '07.03.90'],
    ['Kennung 07031990', '07031990'],
  ])('the birth date: %s', ([text, marked]) => expect(kinds(text!)).toContainEqual([marked, 'birth', 'stop']))

  test.for([
    ['12', 'um 12 Uhr', []],
    [' a ', 'es ist a b', []],
    ['(1-2)', 'Stufe 1 2', []],
    ['x-y-z', 'bei x y z', ['x y z']],
    ['abc', 'ein abc', ['abc']],
  ] as const)('%s in „%s“', ([own, text, found]) =>
    expect(kinds(text, { ...noFile, strings: [own] }).map(([marked]) => marked)).toEqual(found),
  )
})

describe('patterns mark what they mean, and no more', () => {
  test.for([
    ['am 3. März abgelehnt', '3. März', 'day', 'stop'],
    ['am 3. März 2026 abgelehnt', '3. März 2026', 'day', 'stop'],
    ['am 12/3/2026 abgelehnt', '12/3/2026', 'day', 'stop'],
    ['siehe www.beispiel.example/x', 'www.beispiel.example/x', 'contact', 'stop'],
    ['siehe https://beispiel.example', 'https://beispiel.example', 'contact', 'stop'],
    ['wohnt Straße 12', 'Straße 12', 'address', 'stop'],
    ['im St. Anna-Hospital', 'St. Anna-Hospital', 'doctor', 'check'],
    ['aus Peru', 'Peru', 'origin', 'check'],
  ] as const)('%s', ([text, ...mark]) => expect(kinds(text, noFile)).toEqual([mark]))

  test.for([
    'Der 3. Antrag wartet.',
    'Formular A12.03. fehlt.',
    'Abschnitt 12.03.abc fehlt.',
    'Die Oma hilft.',
    'Auf deutsch und auf Deutsch.',
    'Der Status ist ungeklärt.',
    'Sie sind staatenlos.',
    'Ohne Angabe.',
    'Das Königreich und die Republik.',
  ])('%s', (text) => expect(kinds(text, noFile)).toEqual([]))
})

describe('dates, numbers, addresses', () => {
  test.for([
    ['geb. 7.3.1990 in', 'birth', 'stop'],
    ['am 07.03.90 geboren', 'birth', 'stop'],
    ['geboren am 12.11.1985', 'birth', 'stop'],
    ['Jahrgang 1985', 'birth', 'stop'],
    ['am 12.03. beim Amt', 'day', 'stop'],
    ['am 2026-03-12 beim Amt', 'day', 'stop'],
    ['am 3. März abgelehnt', 'day', 'stop'],
    ['seit März 2026', 'month', 'check'],
    ['seit 2019 hier', 'month', 'check'],
    ['34-jährige Mutter', 'birth', 'check'],
    ['Tel. 0281/12 34 56', 'number', 'stop'],
    ['unter 0171 5552211', 'number', 'stop'],
    ['+49 281 99887', 'number', 'stop'],
    ['Akte WES 2026 0147', 'number', 'stop'],
    ['Az: 33.1-AB/2026', 'number', 'stop'],
    ['BG-Nummer 36502BG0012345', 'number', 'stop'],
    ['mail an jemand@example.org', 'contact', 'stop'],
    ['in der Lindenstraße 4a', 'address', 'stop'],
    ['im Feldweg 12', 'number', 'stop'],
  ] as const)('%s → %s', ([text, kind, severity]) => {
    expect(kinds(text).map(([, ...rest]) => rest)).toContainEqual([kind, severity])
  })

  test.for([
    'Es fehlen 1.200 Euro Kaution.',
    'Nach vier Wochen kam die Antwort, 80 % der Plätze sind belegt.',
    'Die Fahrt dauert 90 Minuten und kostet 12 Euro.',
    'Der Kurs B1 beginnt erst, wenn 15 Personen angemeldet sind.',
  ])('leaves ordinary numbers alone: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })
})

describe('other people and places', () => {
  test.for([
    ['Frau Kowalski lehnte ab', 'Frau Kowalski', 'person', 'stop'],
    ['mit Herrn Dr. Weiß', 'Herrn Dr. Weiß', 'person', 'stop'],
    ['Dr. med. Sommer sagte', 'Dr. med. Sommer', 'doctor', 'stop'],
    ['Familie Schneider', 'Familie Schneider', 'person', 'stop'],
    ['Sachbearbeiterin Krause', 'Sachbearbeiterin Krause', 'official', 'stop'],
    ['die Praxis Sonnenberg', 'Praxis Sonnenberg', 'doctor', 'check'],
    ['in der Astrid-Lindgren-Schule', 'Astrid-Lindgren-Schule', 'school', 'check'],
    ['Gesamtschule Musterstadt', 'Gesamtschule Musterstadt', 'school', 'check'],
    ['Vermieter Krüger', 'Vermieter Krüger', 'landlord', 'check'],
    ['bei der Nord Immobilien', 'Nord Immobilien', 'landlord', 'check'],
    ['A. K. kam wieder', 'A. K.', 'initials', 'check'],
    ['eine eritreische Familie', 'eritreische', 'origin', 'check'],
    ['ein Eritreer', 'Eritreer', 'origin', 'check'],
    ['aus Eritrea', 'Eritrea', 'origin', 'check'],
  ] as const)('%s', ([text, ...mark]) => {
    expect(kinds(text, noFile)).toContainEqual(mark)
  })

  test.for([
    'Die Frau wartet seit Wochen auf einen Termin beim Jobcenter.',
    'Das Sozialamt verweist an die Ausländerbehörde und diese zurück.',
    'Kein Kurs mit Kinderbetreuung in erreichbarer Nähe.',
    'Die Wohnungsgeberbestätigung fehlt, deshalb kein Bescheid.',
  ])('leaves plain sentences alone: %s', (text) => {
    expect(kinds(text, noFile)).toEqual([])
  })
})

const syllables = ['ka', 'mi', 'ro', 'sel', 'tan', 'bek', 'dur', 'lin', 'sha', 'vo', 'zem', 'rik']
const aName = fc
  .array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join('').replace(/^./u, (letter) => letter.toUpperCase()))
const before = fc.constantFrom('Gestern kam ', 'Der Antrag von ', '', 'Termin (', 'mit ')
const after = fc.constantFrom(' zu uns.', ', danach nichts', ')', '', ': kein Platz')

test('property: a name of the file is stopped wherever it stands, however it is written', () => {
  const variants = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => `${name}s`,
    (name: string) => name.normalize('NFD'),
  )
  fc.assert(
    fc.property(aName, before, after, variants, (name, head, tail, write) => {
      const marks = marksOf(head + write(name) + tail, { ...noFile, names: [name] })
      expect(marks.some(({ severity, kind }) => severity === 'stop' && kind === 'ownName')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('property: a telephone number of the file is found with any separators', () => {
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 11 })
    .map((all) => `0${all.join('')}`)
  const gap = fc.constantFrom('', ' ', '/', '-', ' / ')
  fc.assert(
    fc.property(digits, fc.array(gap, { minLength: 12, maxLength: 12 }), before, (number, gaps, head) => {
      const written = [...number]
        .map((digit, at) => digit + (at < number.length - 1 ? gaps[at]! : ''))
        .join('')
      const marks = marksOf(`${head}${written} anrufen`, { ...noFile, strings: [number] })
      expect(marks.some(({ severity }) => severity === 'stop')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('property: marks lie inside the text, in order, without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0
      for (const mark of marksOf(text, file)) {
        expect(mark.from).toBeGreaterThanOrEqual(last)
        expect(text.slice(mark.from, mark.to)).toBe(mark.text)
        last = mark.to
      }
    }),
  )
})

// A pattern that runs away does not end within the time of a test.
test('long text: no pattern runs away', () => {
  for (const text of [
    '0'.repeat(4000),
    'A-'.repeat(2000),
    'Straße '.repeat(570),
    'a.'.repeat(2000),
    'Az '.repeat(1300),
  ]) {
    expect(marksOf(text, file).length).toBeLessThan(text.length)
  }
})

test('what stops cannot be confirmed away, what is to be checked can, word for word', () => {
  const marks = marksOfFields({ title: 'Frau Kowalski, eritreische Familie', helped: null }, file)
  expect(openMarks(marks, ['Frau Kowalski', 'eritreische']).map(({ text }) => text)).toEqual([
    'Frau Kowalski',
  ])
  expect(openMarks(marks, []).map(({ text }) => text)).toEqual(['Frau Kowalski', 'eritreische'])
})
