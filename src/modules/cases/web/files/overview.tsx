import { Suspense, type ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { useParts } from '../../../../platform/web/use-parts.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { urgencyLabels } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'
import './case.css'
import { ClosuresCard } from './closures-card.tsx'
import { HouseholdCard } from './household-card.tsx'
import { OrganisationsCard } from './organisations-card.tsx'
import { useCase } from './use-case.ts'
import { useCaseId } from './use-case-id.ts'

/** „Überblick“: the people, the facts, and the cards of the other modules. */
export function Overview(): ReactElement | null {
  const caseId = useCaseId()
  const file = useCase(caseId).data
  const cards = useParts<{ caseId: string }>('case-overview')
  if (!file) return null
  return (
    <div className="case-overview">
      {cards.map(({ key, Component }) => (
        <Suspense key={key} fallback={<Loading />}>
          <Component caseId={caseId} />
        </Suspense>
      ))}
      <HouseholdCard file={file} />
      <FactsCard file={file} />
      <OrganisationsCard file={file} />
      {file.closures.length > 0 && <ClosuresCard file={file} />}
    </div>
  )
}

function FactsCard({ file }: { file: CaseView }): ReactElement {
  const lists = useLists()
  const label = (kind: Parameters<typeof lists.label>[0], key: string | null) => key && lists.label(kind, key)
  const texts = file.texts ?? {}
  return (
    <Card title="Angaben zum Fall">
      <DescriptionList
        items={[
          ...(file.texts ? [{ term: 'Anliegen', value: texts['concern'] }] : []),
          ...(texts['summary'] ? [{ term: 'Zusammenfassung', value: texts['summary'] }] : []),
          ...(texts['clientView'] ? [{ term: 'Sicht der Person', value: texts['clientView'] }] : []),
          ...(texts['handover'] ? [{ term: 'Hinweise zur Übergabe', value: texts['handover'] }] : []),
          { term: 'Letzter Kontakt', value: file.lastContactOn && <Day at={file.lastContactOn} relative /> },
          { term: 'Eröffnet am', value: <Day at={file.openedOn} /> },
          { term: 'Sprache', value: label('language', file.language) },
          { term: 'Wohnort', value: file.municipality?.name },
          { term: 'Zugangsweg', value: label('entryRoute', file.entryRoute) },
          { term: 'Zielgruppe', value: label('targetGroup', file.targetGroup) },
          { term: 'Dringlichkeit', value: urgencyLabels[file.urgency] },
          ...(file.gapMarkers.length > 0
            ? [
                {
                  term: 'Zeigt eine Lücke',
                  value: file.gapMarkers.map((key) => lists.label('targetGap', key)).join(', '),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
