const VISIBLE = /^[\p{L}\p{N}\p{P}\p{S}]/u

/** Character for a German message: shown when it can be seen, and always with its code point. */
export function describeCharacter(character: string): string {
  const codes = [...character]
    .map((part) => `U+${part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
  if (VISIBLE.test(character)) return `„${character}“ (${codes})`
  if (/^\p{M}/u.test(character)) return `„\u25cc${character}“ (Akzent ohne passenden Buchstaben, ${codes})`
  return `„${codes}“ (unsichtbar)`
}
