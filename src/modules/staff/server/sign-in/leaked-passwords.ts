import { readFileSync } from 'node:fs'
import { isObvious } from './obvious-password.ts'

/** Passwords of 12 and more characters from public leak lists; origin and licence stand in the file. */
const file = new URL('./leaked-passwords.txt', import.meta.url)
let leaked: ReadonlySet<string> | undefined

const normal = (password: string) => password.normalize('NFC').toLowerCase()
const longEnough = 12

/** Why a new password is not taken, or null. Rules by length and leak list, no composition rules (ASVS 6.2). */
export function whyNotPassword(password: string): { code: string; message: string } | null {
  const bare = normal(password)
  if ([...bare].length < longEnough)
    return { code: 'tooShort', message: 'Das Kennwort muss mindestens 12 Zeichen haben.' }
  leaked ??= readLeaked()
  const trimmed = bare.replaceAll(/^[\d\s!.?_-]+|[\d\s!.?_-]+$/g, '')
  if (leaked.has(bare) || leaked.has(trimmed))
    return {
      code: 'leaked',
      message: 'Dieses Kennwort steht in Listen gestohlener Kennwörter. Bitte wählen Sie ein anderes.',
    }
  if (isObvious(bare))
    return {
      code: 'obvious',
      message:
        'Dieses Kennwort ist leicht zu erraten (Tastenfolge, Wiederholung oder naheliegende Wörter). Bitte wählen Sie ein anderes.',
    }
  return null
}

const readLeaked = (): ReadonlySet<string> =>
  new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  )
