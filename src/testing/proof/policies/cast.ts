/** The ids of the proof: who asks, and what rows belong to. */
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const tenants = { own: id(1), other: id(2) }
/** `me` asks; `colleague` is employed beside me, `third` too. */
export const persons = { me: id(11), colleague: id(12), third: id(13) }
export const offices = { mine: `${id(21)}/${id(23)}`, other: `${id(22)}/${id(24)}` }
export const organisations = { mine: id(21), other: id(22) }
export const units = { mine: id(23), other: id(24) }
/** What access rows name: the access of who asks leads to `here`, or elsewhere. */
export const places: Readonly<Record<string, { readonly here: string; readonly elsewhere: string }>> = {
  case_file: { here: id(31), elsewhere: id(32) },
  person: { here: id(41), elsewhere: id(42) },
  referral: { here: id(51), elsewhere: id(52) },
  committee: { here: id(61), elsewhere: id(62) },
  site: { here: id(71), elsewhere: id(72) },
  organisation: { here: organisations.mine, elsewhere: organisations.other },
}
export const session = 'a'.repeat(64)
/** Ranges of times and points in time; `runs` holds now. */
export const times = {
  over: `[${at(-2)},${at(-1)})`,
  runs: `[${at(-1)},${at(24)})`,
  comes: `[${at(24)},${at(48)})`,
  past: at(-1),
  future: at(24),
}
function at(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}
