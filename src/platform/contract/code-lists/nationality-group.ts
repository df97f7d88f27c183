/** Member states of the EU but Germany, by Destatis key (state of 2021-02-19: after the United Kingdom left). */
const EU_KEYS = new Set(
  '124 125 126 127 128 129 130 131 134 135 137 139 142 143 145 148 151 152 153 154 155 157 161 164 165 181'.split(
    ' ',
  ),
)

/** Groups for reports. Germans are counted apart from the EU-27: a report on arrivals would otherwise mislead. */
export const NATIONALITY_GROUPS = {
  germany: 'Deutschland',
  eu: 'EU-27 (ohne Deutschland)',
  ukraine: 'Ukraine',
  thirdCountry: 'Drittstaat (ohne Ukraine)',
  statelessOrUnclear: 'staatenlos oder ungeklärt',
  notStated: 'ohne Angabe',
} as const
export type NationalityGroup = keyof typeof NATIONALITY_GROUPS

/** Coarse origin of a Destatis nationality key; former states count as third countries. */
export function nationalityGroup(code: string): NationalityGroup {
  if (code === '000') return 'germany'
  if (code === '166') return 'ukraine'
  if (code === '997' || code === '998') return 'statelessOrUnclear'
  if (code === '999') return 'notStated'
  return EU_KEYS.has(code) ? 'eu' : 'thirdCountry'
}
