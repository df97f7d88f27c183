/** Spreadsheets look past blanks and quotation marks; full-width signs count as well in Asian versions. */
const startsFormula = /^[\s"'\u00a0\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

/**
 * Text that no spreadsheet takes for a formula: an apostrophe in front, where one is needed (BC-21). A text that
 * begins with an apostrophe gets another, so that `unguardFormula` always gives back what was there.
 */
export const guardFormula = (text: string): string =>
  text.startsWith("'") || startsFormula.test(text) ? `'${text}` : text

/** What was exported: the other direction of `guardFormula`. */
export const unguardFormula = (text: string): string => (text.startsWith("'") ? text.slice(1) : text)
