import { describe, expect, test } from 'vitest'
import { newPassword } from './new-password.ts'
import { whyNotPassword } from './leaked-passwords.ts'

const code = (password: string) => whyNotPassword(password)?.code ?? null

describe('whyNotPassword', () => {
  test.each([
    ['elf Zeichen', 'tooShort'],
    ['🙂🙂🙂🙂🙂🙂', 'tooShort'],
    ['1qaz2wsx3edc', 'leaked'],
    ['Administrator', 'leaked'],
    ['JustinBieber2026!', 'leaked'],
    ['2026 Finalfantasy', 'leaked'],
    ['123456789012', 'leaked'],
    ['aaaaaaaaaaaaaa', 'obvious'],
    ['abcabcabcabcabc', 'obvious'],
    ['hund12hund12hund12', 'obvious'],
    ['hundhundhund12', 'obvious'],
    ['qwertzuiopü1', 'obvious'],
    ['asdfghjklöä123', 'obvious'],
    ['yxcvbnmyxcvbnm', 'obvious'],
    ['9876543210123', 'obvious'],
    ['abcdefghijklmno', 'obvious'],
    ['Kreis-Wesel-2026!', 'obvious'],
    ['LotseLotse2026', 'obvious'],
    ['Integration2026!', 'obvious'],
    ['P@ssw0rt-Kreis1', 'obvious'],
    ['Willkommen2026', 'obvious'],
    ['KIM Coesfeld 2026', 'obvious'],
    ['2026-11-21-2026', 'obvious'],
  ])('%s: %s', (password, why) => expect(code(password)).toBe(why))

  test.each([
    'ein ganz anderes Kennwort',
    'Kreis, Lotse, Winter und Passwort',
    'der Zug nach Dülmen hält dreimal',
    'Treppe Lampe Regen Fuchs',
    'müßiggang-am-niederrhein',
    'nAFh3-vmT9q-zz7Kp',
  ])('%s is taken', (password) => expect(code(password)).toBeNull())
})

test('a generated first password is taken, easy to read out and never the same', () => {
  const made = Array.from({ length: 200 }, newPassword)
  expect(new Set(made).size).toBe(200)
  for (const password of made) {
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/)
    expect(code(password), password).toBeNull()
  }
})
