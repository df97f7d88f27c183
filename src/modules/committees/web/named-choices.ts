import type { Option } from '../../../platform/web/ui/option.ts'
import type { CommitteeOptions } from '../contract/committees.ts'

const seat = 'sitz-'

/** Accounts that see an action item, then names on seats; a seat's value only finds its name again. */
export const ownerChoices = (owners: CommitteeOptions['owners']): Option[] =>
  owners.map(({ accountId, name, detail }, index) => ({
    value: accountId ?? `${seat}${index}`,
    label: name,
    hint: [detail, accountId === null ? 'ohne Konto in Lotse' : null].filter(Boolean).join(' · '),
  }))

/** What the server is told: the account and its name, or the words alone. */
export function ownerOf(choices: readonly Option[], value: string) {
  const chosen = choices.find((one) => one.value === value)
  if (!chosen) return { responsible: value, responsibleId: null }
  return { responsible: chosen.label, responsibleId: value.startsWith(seat) ? null : value }
}

export const committeeChoices = (committees: CommitteeOptions['committees'], own: string): Option[] =>
  committees.filter(({ id }) => id !== own).map(({ id, label }) => ({ value: id, label }))
