import type { Option } from './option.ts'

/** Lower case, without diacritics, ß as ss, so that „turk“ finds „Türkei“ and „turkei“ too; `ü` also as `ue`. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

/** Options whose label or hint holds every typed word; those that begin with the text come first. */
export function matchingOptions(options: readonly Option[], typed: string, limit = 100): Option[] {
  const wanted = foldText(typed.trim())
  if (wanted === '') return options.slice(0, limit)
  const words = wanted.split(/\s+/)
  const starts: Option[] = []
  const others: Option[] = []
  for (const option of options) {
    const label = foldText(option.label)
    const text = `${label} ${foldText(option.hint ?? '')} ${umlautsWritten(option.label)}`
    if (!words.every((word) => text.includes(word))) continue
    if (label.startsWith(wanted)) starts.push(option)
    else others.push(option)
  }
  return [...starts, ...others].slice(0, limit)
}

function umlautsWritten(text: string): string {
  return text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
}
