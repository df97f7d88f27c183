import { Refusal } from '../../../platform/server/http/refusal.ts'
import { solutionTexts } from './texts.ts'

/** Throws `invalidInput` with every field that is named, each with the sentence of its code. */
export function refuseFields(wrong: readonly (readonly [path: string, code: string])[]): void {
  if (wrong.length === 0) return
  const fields = wrong.map(([path, code]) => ({ path, code, message: solutionTexts[code]! }))
  throw new Refusal('invalid', 'invalidInput', { fields })
}
