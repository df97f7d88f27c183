import { readFileSync } from 'node:fs'

/** Passwords of 12 and more characters from public leak lists; origin and licence beside the file. */
const file = new URL('./leaked-passwords.txt', import.meta.url)
let leaked: ReadonlySet<string> | undefined

const normal = (password: string) => password.normalize('NFC').toLowerCase()

/** Why a new password is not taken, or null. Rules by length and leak list, no composition rules (ASVS 6.2). */
export function whyNotPassword(password: string): { code: string; message: string } | null {
  if (password.length < 12)
    return { code: 'tooShort', message: 'Das Kennwort muss mindestens 12 Zeichen haben.' }
  leaked ??= new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  )
  const bare = normal(password)
  if (leaked.has(bare) || leaked.has(bare.replace(/[\d!.?]+$/, '')) || /^(.)\1+$/.test(bare)) {
    return {
      code: 'leaked',
      message: 'Dieses Kennwort steht in Listen gestohlener Kennwörter. Bitte wählen Sie ein anderes.',
    }
  }
  return null
}
