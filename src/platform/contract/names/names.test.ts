import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readFileSync } from 'node:fs'
import { format, type FormatConfig } from 'oxfmt'
import {
  din91379Letters,
  din91379NameSigns,
  din91379Source,
} from '../../../../db/reference/din-91379/generate.ts'
import { koelnerPhonetik, OriginalScriptName, PersonName, searchForm, searchKey } from '../names.ts'

const letters = din91379Letters()
const signs = din91379NameSigns()
const aName = fc
  .array(fc.constantFrom(...letters.map((l) => l.letter), ...signs), { minLength: 1, maxLength: 30 })
  .map((parts) => `A${parts.join('')}b`)
const problem = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

describe('DIN 91379', () => {
  test('the checked-in table is what the generator makes of the source lists', async () => {
    const checkedIn = readFileSync(new URL('din-91379.generated.ts', import.meta.url), 'utf8')
    const options = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8')) as FormatConfig
    expect(checkedIn).toBe((await format('din-91379.ts', din91379Source(), options)).code)
  })

  test('the lists are complete: 649 letters and sequences, 18 signs', () => {
    expect(letters).toHaveLength(649)
    expect(signs).toHaveLength(18)
  })

  test.each(letters)(
    'letter $letter is accepted and has the search form $searchForm',
    ({ letter, searchForm: form }) => {
      expect(PersonName.parse(letter)).toBe(letter)
      expect(PersonName.parse(letter.normalize('NFD'))).toBe(letter)
      expect(searchForm(letter)).toBe(form)
      expect(searchForm(letter.normalize('NFD'))).toBe(form)
      expect(searchForm(`x${letter}y`)).toBe(`X${form}Y`)
    },
  )

  test.each(signs)('sign %j is accepted inside a name', (sign) => {
    expect(PersonName.parse(`A${sign}b`)).toBe(`A${sign}b`)
  })

  test('every name of letters and signs is accepted, and keeping it again changes nothing', () => {
    fc.assert(
      fc.property(aName, (name) => {
        const once = PersonName.parse(name.normalize('NFD'))
        expect(once).toBe(once.normalize('NFC'))
        expect(PersonName.parse(once)).toBe(once)
      }),
    )
  })
})

describe('PersonName', () => {
  test.each([
    ['Anna5', 'Namen enthalten keine Ziffern (gefunden: „5“ (U+0035)).'],
    [
      'Анна',
      '„А“ (U+0410) ist kein lateinischer Buchstabe. Schreiben Sie den Namen hier in lateinischer Schrift; für die Originalschrift gibt es ein eigenes Feld.',
    ],
    ['Anna\u202eEvil', 'Das Zeichen „U+202E“ (unsichtbar) ist in Namen nicht zulässig.'],
    ['An\u0000na', 'Das Zeichen „U+0000“ (unsichtbar) ist in Namen nicht zulässig.'],
    ['An\ud800na', 'Das Zeichen „U+D800“ (unsichtbar) ist in Namen nicht zulässig.'],
    ['An\u200bna', 'Das Zeichen „U+200B“ (unsichtbar) ist in Namen nicht zulässig.'],
    ['Meyer–Schmidt', 'Das Zeichen „–“ (U+2013) ist in Namen nicht zulässig. Schreiben Sie stattdessen „-“.'],
    ['<b>', 'Das Zeichen „<“ (U+003C) ist in Namen nicht zulässig.'],
    [
      'Aq\u0301',
      'Das Zeichen „\u25cc\u0301“ (Akzent ohne passenden Buchstaben, U+0301) ist in Namen nicht zulässig.',
    ],
    ['   ', 'Geben Sie einen Namen ein.'],
    ['-', 'Ein Name enthält mindestens einen Buchstaben.'],
    ['a'.repeat(121), 'Ein Name hat höchstens 120 Zeichen.'],
    ['a'.repeat(100_000), 'Ein Name hat höchstens 120 Zeichen.'],
  ])('%j is refused with a sentence', (value, message) => {
    expect(problem(PersonName, value)).toBe(message)
  })

  test('spaces around and between are put in order', () => {
    expect(PersonName.parse('  von\u00a0 der\tHeide ')).toBe('von der Heide')
  })

  test('has a JSON Schema in both directions, so that openapi.json can name it', () => {
    expect(z.toJSONSchema(z.object({ name: PersonName }), { io: 'output' })).toMatchObject({ type: 'object' })
    expect(z.toJSONSchema(z.object({ name: PersonName }), { io: 'input' })).toMatchObject({ type: 'object' })
  })

  test('any text is either refused or comes out as clean NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = PersonName.safeParse(text)
        if (result.success) expect(result.data).not.toMatch(/[\p{C}\p{Nd}<>]|^\s|\s$/u)
        else expect(result.error.issues[0]!.message).not.toMatch(/\p{C}/u)
      }),
    )
  })
})

describe('OriginalScriptName', () => {
  test.each(['محمد علی', 'علی\u200cرضا', 'ሳባ ተስፋይ', 'Олександра', 'שרה', '王小明', 'தமிழ்', "O'Brien"])(
    '%s is kept',
    (name) => {
      expect(OriginalScriptName.parse(name)).toBe(name.normalize('NFC'))
    },
  )

  test.each([
    '\u202eعلي',
    'علي\u2066',
    'a\u200f',
    'a\u0007',
    '\u200dا',
    'ا\ufdd0',
    '\ue000a',
    'a\u2028b\ud800',
  ])('%j is refused', (name) => {
    expect(problem(OriginalScriptName, name)).toMatch(/^Das Zeichen „U\+[0-9A-F]{4,6}“ \(unsichtbar\)/)
  })

  test('a pile of accents is refused', () => {
    expect(problem(OriginalScriptName, `ا${'\u0301'.repeat(30)}`)).toBe(
      'Zu viele Akzente auf einem Buchstaben.',
    )
  })

  test('digits alone are no name', () => {
    expect(problem(OriginalScriptName, '123')).toBe('Ein Name enthält mindestens einen Buchstaben.')
  })
})

describe('search keys', () => {
  test.each([
    ['Müller', 'MUELLER'],
    ['Weiß', 'WEISS'],
    ['Nguyễn Thị Hương', 'NGUYEN THI HUONG'],
    ['Al-Ḥasan', 'AL HASAN'],
    ["O'Brien", 'OBRIEN'],
    ['ʿAlī ʾIbrāhīm', 'ALI IBRAHIM'],
    ['St. Anna, von', 'ST ANNA VON'],
    ['Șerban / Şerban', 'SERBAN SERBAN'],
    ['Петро', 'ПЕТРО'],
  ])('search form of %s is %s', (name, form) => {
    expect(searchForm(name)).toBe(form)
  })

  test('search form is the same for NFC and NFD, upper and lower case, and stays itself', () => {
    fc.assert(
      fc.property(aName, (name) => {
        const form = searchForm(name)
        expect(searchForm(name.normalize('NFD'))).toBe(form)
        expect(searchForm(form)).toBe(form)
        expect(form).toMatch(/^[A-Z]+( [A-Z]+)*$/)
      }),
    )
  })

  test('search form takes any text and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text))
      }),
      { numRuns: 1000 },
    )
  })

  // Published examples of the algorithm; the double name there is coded as one word.
  test.each([
    ['Wikipedia', '3412'],
    ['Breschnew', '17863'],
    ['MüllerLüdenscheidt', '65752682'],
    ['Müller-Lüdenscheidt', '657 52682'],
    ['Heinz Classen', '068 4586'],
    ['', ''],
    ['王', ''],
  ])('Kölner Phonetik of %j is %j', (name, code) => {
    expect(koelnerPhonetik(name)).toBe(code)
  })

  test.each([
    ['Meier', 'Mayr'],
    ['Müller', 'Muller'],
    ['Yusuf', 'Jusuf'],
    ['Mohammed', 'Muhamad'],
    ['Schmidt', 'Schmitt'],
    ['Christian', 'Kristian'],
  ])('%s and %s sound alike', (a, b) => {
    expect(koelnerPhonetik(a)).toBe(koelnerPhonetik(b))
  })

  test('the key joins the parts in the order given', () => {
    expect(searchKey('Müller', 'Zoë')).toEqual({ form: 'MUELLER ZOE', phonetic: '657 8' })
  })
})
