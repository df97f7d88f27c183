import type { ReactElement } from 'react'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import type { CaseView } from '../../contract/case-view.ts'
import { goalsReachedLabels, ReopeningReason, reopeningReasonLabels } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'

/** The evaluations of the episodes that ended. */
export function ClosuresCard({ file }: { file: CaseView }): ReactElement {
  const lists = useLists()
  const reopened = (reason: string | null) => {
    const known = ReopeningReason.safeParse(reason)
    return known.success ? reopeningReasonLabels[known.data] : ''
  }
  return (
    <Card title="Abschluss">
      {file.closures.toReversed().map((closure) => (
        <DescriptionList
          key={closure.episode}
          items={[
            { term: 'Abgeschlossen am', value: formatDate(closure.closedOn) },
            { term: 'Grund', value: lists.label('closureReason', closure.reason) },
            { term: 'Ziele', value: goalsReachedLabels[closure.goals] },
            {
              term: 'Offener Bedarf',
              value: closure.texts?.openNeeds ?? (closure.openNeeds ? 'ja' : 'nein'),
            },
            ...(closure.texts?.clientView
              ? [{ term: 'Sicht der Person', value: closure.texts.clientView }]
              : []),
            ...(closure.texts?.summary ? [{ term: 'Auswertung', value: closure.texts.summary }] : []),
            { term: 'Nachsorge', value: closure.aftercareOn ? formatDate(closure.aftercareOn) : 'keine' },
            ...(closure.reopenedOn
              ? [
                  {
                    term: 'Wieder aufgenommen',
                    value: `${formatDate(closure.reopenedOn)}, ${reopened(closure.reopeningReason)}`,
                  },
                ]
              : []),
          ]}
        />
      ))}
    </Card>
  )
}
