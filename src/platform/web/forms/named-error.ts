/** Names the field, so that „Bitte füllen Sie dieses Feld aus“ makes sense in a list. A question needs no colon. */
export function namedError(
  { path, message }: { readonly path: string; readonly message: string },
  labels: Readonly<Record<string, string>>,
): string {
  const label = labels[path]
  if (!label) return message
  return `${label}${label.endsWith('?') ? '' : ':'} ${message}`
}
