/** One escape of a JSON text: a pair of surrogates, half a pair (kept in the group), or any other. */
const escape =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|[^])/g
const suspicious = /\\u[dD][89a-fA-F]/

/**
 * A JSON text in which half a letter (a lone surrogate, written as an escape) is the sign for a broken letter, U+FFFD:
 * PostgreSQL writes that sign itself for `text`, but refuses the whole value for `jsonb`.
 */
export function mendHalfLetters(json: string): string {
  if (!suspicious.test(json)) return json
  return json.replaceAll(escape, (whole, half?: string) => (half === undefined ? whole : '\\ufffd'))
}
