/** „Firefox auf Windows“ from a user agent: enough to recognise one's own device, no more. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unbekanntes Gerät'
  const browser = first(userAgent, [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ])
  const system = first(userAgent, [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'macOS'],
    ['Linux', 'Linux'],
  ])
  if (browser && system) return `${browser} auf ${system}`
  return browser ?? system ?? 'Unbekanntes Gerät'
}

function first(text: string, names: readonly (readonly [string, string])[]): string | undefined {
  return names.find(([part]) => text.includes(part))?.[1]
}
