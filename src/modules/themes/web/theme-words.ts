import { formatDate } from '../../../platform/web/dates.ts'
import { barrierKindLabels, daysLostLabels, legalDomainLabels } from '../../structure/index.ts'
import type { TakenBarriers } from '../../structure/web/index.ts'
import type { ThemeView } from '../contract/themes.ts'

export const barrierCount = (count: number): string => (count === 1 ? '1 Hürde' : `${count} Hürden`)

export const takenBody = (taken: TakenBarriers | undefined) => ({
  barrierIds: taken?.barriers.map(({ id }) => id) ?? [],
  groupId: taken?.group?.id ?? null,
})

/** What a theme takes over when it is made of barriers. */
export const takenSentence = ({ barriers, group }: TakenBarriers): string =>
  group
    ? `Das Thema beruht dann auf der Gruppe „${group.title}“ (${barrierCount(group.barriers)}).`
    : `Das Thema beruht dann auf: ${barriers.map(({ title }) => `„${title}“`).join(', ')}.`

/** What the barriers tell together, in one sentence; a figure that is too small to say is named as such. */
export function evidenceSentence({ barriers, cases, interviews, from, to }: ThemeView['evidence']): string {
  if (barriers === 0) return 'Hinter diesem Thema steht noch keine Hürde.'
  const period = from && to ? ` zwischen ${formatDate(from)} und ${formatDate(to)}` : ''
  const people =
    cases === null
      ? 'Die Zahl der Fälle ist zu klein, um sie zu nennen.'
      : `Dahinter stehen mindestens ${cases} Fälle.`
  const talks = interviews > 0 ? ` ${interviews} davon aus Interviews anderer Beratungsdienste.` : ''
  return `${barrierCount(barriers)}${period}.${talks} ${people}`
}

const counted = (rows: readonly { key: string; count: number }[], words: Readonly<Record<string, string>>) =>
  rows.map(({ key, count }) => `${count} × ${words[key] ?? key}`).join(', ')

export const kindWord = (key: string): string => (barrierKindLabels as Record<string, string>)[key] ?? key
export const kindsOf = (evidence: ThemeView['evidence']): string => counted(evidence.kinds, barrierKindLabels)
export const daysLostOf = (evidence: ThemeView['evidence']): string =>
  counted(evidence.daysLost, daysLostLabels)
export const legalDomainsOf = (evidence: ThemeView['evidence']): string =>
  counted(evidence.legalDomains, legalDomainLabels)
