import type { ItemKind } from '../contract/codes.ts'

export interface TemplateItem {
  readonly title: string
  readonly kind: Exclude<ItemKind, 'case'>
}

/**
 * The agenda a committee begins with: its topics as the district's concept lists them (R130), framed by what every
 * meeting with minutes needs. The frame is the program's default; no concept prescribes it.
 */
export function agendaTemplate(
  topics: readonly string[],
  facts: { quorum: boolean; minutesToApprove: boolean },
): TemplateItem[] {
  const opening = facts.quorum ? 'Begrüßung und Beschlussfähigkeit' : 'Begrüßung und Tagesordnung'
  return [
    { title: opening, kind: 'opening' },
    ...(facts.minutesToApprove
      ? [{ title: 'Genehmigung der letzten Niederschrift', kind: 'opening' as const }]
      : []),
    ...topics.map((title) => ({ title, kind: 'topic' as const })),
    { title: 'Verschiedenes und nächster Termin', kind: 'closing' },
  ]
}
