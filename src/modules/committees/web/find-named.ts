import { foldText } from '../../../platform/web/ui/matching-options.ts'
import type { Option } from '../../../platform/web/ui/option.ts'

/** The one option meant by what stands behind @: its whole label, or the only one with a word that begins so. */
export function findNamed(options: readonly Option[], typed: string): Option | undefined {
  const wanted = foldText(typed.trim())
  if (wanted === '') return undefined
  const same = options.find(({ label }) => foldText(label) === wanted)
  if (same) return same
  const alike = options.filter(({ label }) =>
    [foldText(label), ...foldText(label).split(/[\s,]+/)].some((part) => part.startsWith(wanted)),
  )
  return alike.length === 1 ? alike[0] : undefined
}
