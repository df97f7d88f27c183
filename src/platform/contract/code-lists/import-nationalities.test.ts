import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importNationalities } from './import-nationalities.ts'

// Columns as XRepository writes them (technical names); values shortened.
const OFFICIAL = [
  'DESTATIS-Schluessel-Staatsangehoerigkeit;Suchbegriff;Staatsangehoerigkeit;Staatsname-kurz;Staatsname-voll;Existenz-ab;Existenz-bis;ISO-3;ISO-2;Kontinent-kurz;Hinweis',
  '423;Afghanistan;afghanisch;Afghanistan;die Islamische Republik Afghanistan;;;AFG;AF;ASI;Staat',
  '246;"Kongo; Demokratische Republik";kongolesisch;"Demokratische Republik ""Kongo""";;1960-06-30;;COD;CD;AFR;Staat',
  '162;Tschechoslowakei;tschechoslowakisch;Tschechoslowakei;;;1992-12-31;;;EUR;"ehemaliger',
  'Staat"',
  '000;Deutschland;deutsch;Deutschland;;;;DEU;DE;EUR;Staat',
  '997;staatenlos;;;;;;;;;',
  '998;ungeklärt;;;;;;;;;',
]
const problemsOf = (csv: string) => {
  const result = importNationalities(csv)
  return result.ok ? [] : result.problems
}

describe('importNationalities', () => {
  test('reads the official columns, quoted fields and the search term where the name is empty', () => {
    expect(importNationalities(OFFICIAL.join('\r\n'))).toEqual({
      ok: true,
      entries: [
        { code: '000', label: 'Deutschland' },
        { code: '162', label: 'Tschechoslowakei', validTo: '1993-01-01', historical: true },
        { code: '246', label: 'Demokratische Republik "Kongo"', validFrom: '1960-06-30' },
        { code: '423', label: 'Afghanistan' },
        { code: '997', label: 'staatenlos' },
        { code: '998', label: 'ungeklärt' },
      ],
    })
  })

  test('reads long headers in any order, commas, byte order mark, German dates, a spreadsheet’s lost zeros', () => {
    const csv =
      '\ufeff"Staatsname, amtliche Kurzform","Existenz bis:","DESTATIS Schlüssel Staatsangehörigkeit"\n' +
      'Deutschland,,0\n\nSowjetunion,25.12.1991,159\nstaatenlos,,997\nungeklärt,,998\n'
    expect(importNationalities(csv)).toMatchObject({
      ok: true,
      entries: [
        { code: '000' },
        { code: '159', validTo: '1991-12-26', historical: true },
        { code: '997' },
        { code: '998' },
      ],
    })
  })

  test('every wrong line is named, and nothing is imported', () => {
    const wrong = [
      ...OFFICIAL,
      'ABC;x;;x;;;;;;;',
      '151;;;;;;;;;;',
      '152;Polen;;Polen;;gestern;;;;;',
      '423;nochmal;;nochmal;;;;;;;',
      ';leer',
    ]
    expect(problemsOf(wrong.join('\n'))).toEqual([
      { line: 9, message: 'Der Schlüssel „ABC“ hat nicht drei Ziffern.' },
      { line: 10, message: 'Zum Schlüssel 151 fehlt die Bezeichnung.' },
      { line: 11, message: '„gestern“ ist kein Datum (Existenz ab).' },
      { line: 12, message: 'Der Schlüssel 423 steht schon in Zeile 2.' },
      { line: 13, message: 'Der Schlüssel fehlt.' },
    ])
  })

  test.each([
    ['', 1, 'Die Datei ist leer.'],
    ['a;b\n1;2', 1, 'Die Spalte „DESTATIS-Schluessel-Staatsangehoerigkeit“ fehlt.'],
    ['Schlüssel;x\n1;2', 1, 'Die Spalte „Staatsname-kurz“ fehlt.'],
    [
      'Schlüssel;Name\n000;"Deutsch',
      2,
      'Anführungszeichen sind nicht geschlossen oder stehen mitten im Feld.',
    ],
    ['Schlüssel;Name\n000;Deutschland', 1, 'Das ist nicht die vollständige Liste: 997, 998 fehlt.'],
    ['x'.repeat(1_000_001), 1, 'Die Datei ist zu groß für eine Liste der Staatsangehörigkeiten.'],
    [`Schlüssel;Name\n${'1;x\n'.repeat(2001)}`, 2002, 'Die Datei hat zu viele Zeilen.'],
  ])('a file that cannot be the list is refused', (csv, line, message) => {
    expect(problemsOf(csv)).toEqual([{ line, message }])
  })

  test('any text ends in a list or in problems with a line', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', '1', 'x', '\t') }),
        (a, b) => {
          for (const problem of problemsOf(`Schlüssel;Name${b}\n${a}${b}`))
            expect(problem.line).toBeGreaterThan(0)
        },
      ),
    )
  })
})
