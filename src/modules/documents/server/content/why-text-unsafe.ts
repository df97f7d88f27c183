/** Beginnings of formats that are text but act on their own when somebody opens them. */
const markup =
  /<\s*(!doctype|\?xml|html|svg|script|iframe|object|embed|body|head|meta|link|math|img|a\s|style|form)|^\s*\{\\rtf|^%!PS|^#!|^MZ|javascript:/i
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

/** Why bytes are not the plain text they may look like, or null. */
export function whyTextUnsafe(bytes: Uint8Array): 'documentUnknownType' | 'documentMarkup' | null {
  const text = decoded(bytes)
  if (text === null || control.test(text)) return 'documentUnknownType'
  return markup.test(text) ? 'documentMarkup' : null
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
