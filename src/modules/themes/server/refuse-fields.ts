import { Refusal } from '../../../platform/server/http/refusal.ts'
import { themeTexts } from './texts.ts'

/** Throws `invalidInput` with every field whose third value is true. */
export function refuseFields(
  wrong: readonly (readonly [path: string, code: string, wrong: boolean])[],
): void {
  const fields = wrong
    .filter(([, , isWrong]) => isWrong)
    .map(([path, code]) => ({ path, code, message: themeTexts[code]! }))
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}
