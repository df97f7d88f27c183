import { Refusal } from '../../../platform/server/http/refusal.ts'
import { programmeTexts } from './texts.ts'

/** All wrong fields at once; those without a code are right. */
export function refuseFields(codes: Readonly<Record<string, string | null>>): void {
  const fields = Object.entries(codes).flatMap(([path, code]) =>
    code === null ? [] : [{ path, code, message: programmeTexts[code]! }],
  )
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}
