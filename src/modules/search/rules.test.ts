import { describe, expect, test } from 'vitest'
import { markName, readSearch } from './rules.ts'

describe('readSearch', () => {
  test.each([
    ['Müller Ayşe', { words: ['MUELLER', 'AYSE'], codes: ['657', '08'] }],
    ['Nguyễn-Đặng 1990', { words: ['NGUYEN', 'DANG', '1990'], codes: ['646', '264', ''] }],
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
  ])('%s with %s', (name, typed, expected) => {
    expect(marked(name, typed)).toBe(expected)
  })
})
