import { describe, expect, test } from 'vitest'
import { excerpt, markName, piecesOf, readSearch, START, STOP } from './rules.ts'

describe('readSearch', () => {
  test.each([
    ['Müller Ayşe', { words: ['MUELLER', 'AYSE'], codes: ['657', '08'] }],
    ['Nguyễn-Đặng 1990', { words: ['NGUYEN', 'DANG', '1990'], codes: ['646', '264', ''] }],
    ['', { words: [], codes: [], script: null, phone: null, fileNumber: null }],
    ['  a b c d e f g ', { words: ['A', 'B', 'C', 'D', 'E', 'F'] }],
  ])('%s: words and how they sound', (typed, expected) => {
    expect(readSearch(typed)).toMatchObject(expected)
  })

  test.each([
    ['Ковальчук', 'Ковальчук'],
    ['يلدز', 'يلدز'],
    ['Müller', null],
    ['Łukasz ŽIŽEK', null],
    ['2026-01', null],
  ])('%s: another script is looked for as typed', (typed, script) => {
    expect(readSearch(typed).script).toBe(script)
  })

  test.each([
    ['0281 123456', '0281 123456'],
    ['+49 (0)281/12-34', '+49 (0)281/12-34'],
    ['123', null],
    ['1234', '1234'],
    ['(1)-2-3', null],
    ['WES-2026-0147', null],
    ['Haus 1234', null],
  ])('%s: a telephone number stands alone', (typed, phone) => {
    expect(readSearch(typed).phone).toBe(phone)
  })

  test.each([
    ['wes-2026-0147', 'WES-2026-0147'],
    ['0147', '0147'],
    ['wes-', 'WES-'],
    ['Amina', null],
    ['xwes-', null],
  ])('%s: part of a file number', (typed, fileNumber) => {
    expect(readSearch(typed).fileNumber).toBe(fileNumber)
  })
})

describe('markName', () => {
  const marked = (name: string, typed: string) =>
    markName(name, typed)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('')

  test.each([
    ['Müller, Ayşe (1990)', 'mul', '[Müller], Ayşe (1990)'],
    ['Müller, Ayşe (1990)', 'ayse 1990', 'Müller, [Ayşe] ([1990])'],
    ['Meyer, Anna', 'Maier', '[Meyer], Anna'],
    ['Al-Hassan, Omar', 'hassan', 'Al-[Hassan], Omar'],
    ['Beispiel, Amina', 'x', 'Beispiel, Amina'],
    ['Jäger, Özil', 'jager ozil', '[Jäger], [Özil]'],
    ['Maas, Uenal', 'mas unal', '[Maas], [Uenal]'],
    ['Lea, Lei', 'Lio', 'Lea, Lei'],
    ['Beispiel, Anna Maier', 'xy Meyer', 'Beispiel, Anna [Maier]'],
  ])('%s with %s', (name, typed, expected) => {
    expect(marked(name, typed)).toBe(expected)
  })
})

describe('piecesOf', () => {
  test.each([
    ['Wohnung suchen', ['wohnung', 'suchen']],
    ['Übergang in die Kita', ['übergang', 'die', 'kita']],
    ['ab 16', ['ab', '16']],
    [' Kita, ;  Platz ', ['kita', 'platz']],
    ['', []],
    ['eins zwei drei vier fünf sechs sieben', ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs']],
  ])('%s', (typed, pieces) => {
    expect(piecesOf(typed)).toEqual(pieces)
  })
})

describe('excerpt', () => {
  const written = (...args: Parameters<typeof excerpt>) =>
    excerpt(...args)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('')

  test('of the headline of the database, with what it marked', () => {
    const headline = `sucht eine ${START}Wohnung${STOP} in der ${START}Nähe${STOP}`
    expect(written(headline, 'egal', ['wohnung'])).toBe('sucht eine [Wohnung] in der [Nähe]')
  })

  test('of the surroundings, when only a piece of a word was found', () => {
    expect(written('', 'Antrag auf eine Sozialwohnung gestellt', ['wohnung'])).toBe(
      'Antrag auf eine Sozial[wohnung] gestellt',
    )
    const long = `${'a '.repeat(200)}Sozialwohnung ${'b '.repeat(200)}`
    expect(written('', long, ['wohnung'])).toMatch(/^… (a )+Sozial\[wohnung\] (b )+(b)? …$/)
  })

  test('what was typed is no pattern', () => {
    expect(written('', 'Kosten (50 %) .* offen', ['.*'])).toBe('Kosten (50 %) [.*] offen')
  })

  test('the first of several pieces decides where, one of them at the very beginning', () => {
    const long = `Kita ${'a '.repeat(200)}Platz`
    expect(written('', long, ['platz', 'kita', 'fehlt'])).toMatch(/^\[Kita\] (a )+a? ?…$/)
    expect(excerpt('', 'Kita', ['kita'])).toEqual([{ text: 'Kita', hit: true }])
    expect(excerpt(`${START}Kita${STOP}`, '', [])).toEqual([{ text: 'Kita', hit: true }])
    expect(excerpt(`vor ${START}`, '', [])).toEqual([{ text: 'vor ', hit: false }])
  })

  test('a note without the words is shown from its beginning', () => {
    expect(written('', 'kurz', ['lang'])).toBe('kurz')
  })
})
