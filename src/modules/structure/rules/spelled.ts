/**
 * A stem back as a word people know: the first word of the text that begins like it. PostgreSQL's German stems fold
 * umlauts and cut endings; without a word the stem itself with „…“.
 */
export function spelled(stem: string, text: string): string {
  const fold = (word: string) =>
    word.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')
  const start = fold(stem).slice(0, Math.max(4, stem.length - 2))
  const word = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)?.find((one) => fold(one).startsWith(start))
  return word ?? `${stem}…`
}
