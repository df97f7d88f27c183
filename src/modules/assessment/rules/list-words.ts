/** `Sprache`, `Sprache und Wohnen`, `Sprache, Wohnen und Mobilität`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`
}
