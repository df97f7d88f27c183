import { useState, type ReactElement } from 'react'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import type { SharingKind } from '../contract/codes.ts'
import type { ConsentList, ConsentView } from '../contract/consents.ts'
import { ConsentCard } from './consent-card.tsx'
import { ConsentEditor } from './consent-editor.tsx'
import { byRecipient } from './consent-words.ts'
import './consent.css'
import { useConsents } from './use-consents.ts'

const newTitles: Readonly<Record<SharingKind, string>> = {
  consent: 'Neue Einwilligung',
  secrecyRelease: 'Neue Schweigepflichtentbindung',
}

/** Tab „Einwilligungen“ of a case: what the client allows, by recipient. */
export default function ConsentsPart({ caseId }: { caseId: string }): ReactElement {
  const { consents, releases, options, error, retry, refresh } = useConsents(caseId)
  const [adding, setAdding] = useState<{ kind: SharingKind; from?: ConsentView }>()
  if (!consents || !releases || !options) {
    return error ? <ProblemAlert error={error} onRetry={retry} /> : <Loading />
  }
  const rows = [...consents.rows, ...releases.rows]
  const write = consents.can.includes('write')
  const done = () => {
    setAdding(undefined)
    void refresh()
  }
  const add = (kind: SharingKind, from?: ConsentView) => setAdding(from ? { kind, from } : { kind })
  return (
    <div className="lt-stack">
      <ProblemAlert error={error} onRetry={retry} />
      {write && !adding && options.persons.length > 0 && (
        <NewButtons onAdd={add} primary={rows.length === 0} />
      )}
      {adding && (
        <Card title={newTitles[adding.kind]}>
          <ConsentEditor caseId={caseId} {...adding} options={options} onDone={done} onCancel={done} />
        </Card>
      )}
      <TeamNotice list={consents} />
      {rows.length === 0 && !adding && <Nothing nameless={options.persons.length === 0} />}
      {byRecipient(rows).map(([recipient, list]) => (
        <section key={recipient} className="lt-stack" aria-label={recipient}>
          <h2 className="kern-heading-medium">{recipient}</h2>
          {list.map((one) => (
            <ConsentCard
              key={`${one.id} ${one.version}`}
              consent={one}
              options={options}
              readers={consents.teamReaders}
              onChanged={() => void refresh()}
              onRenew={write ? () => add(one.kind, one) : undefined}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

function NewButtons({
  onAdd,
  primary,
}: {
  onAdd: (kind: SharingKind) => void
  primary: boolean
}): ReactElement {
  return (
    <>
      <div className="lt-actions">
        <Button variant={primary ? 'primary' : 'secondary'} icon="add" onClick={() => onAdd('consent')}>
          Einwilligung
        </Button>
        <Button icon="add" onClick={() => onAdd('secrecyRelease')}>
          Schweigepflichtentbindung
        </Button>
      </div>
      <Why label="Was ist der Unterschied?" source="Art. 6 und 9 DSGVO, § 67b SGB X; § 203 StGB">
        Die Einwilligung erlaubt, Angaben weiterzugeben. Die Schweigepflichtentbindung erlaubt Fachkräften,
        die beruflich schweigen müssen, über die Person zu sprechen. Oft braucht es beide. Die Person kann
        jede für sich erteilen und widerrufen.
      </Why>
    </>
  )
}

function Nothing({ nameless }: { nameless: boolean }): ReactElement {
  if (nameless) {
    return (
      <EmptyState title="Hier geht es ohne Namen">
        Ohne Person im Fall wird nichts weitergegeben, also braucht es auch keine Einwilligung.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Noch keine Einwilligung">
      Die Beratung geht auch ohne. Sobald Sie für die Person mit einer anderen Stelle sprechen wollen, legen
      Sie hier fest, mit wem, wozu und wie lange.
    </EmptyState>
  )
}

/** One adult cannot agree for another: says whose consent the team still needs. */
function TeamNotice({ list }: { list: ConsentList }): ReactElement | null {
  if (list.teamWaitsFor.length === 0) return null
  const names = list.teamWaitsFor.map((person) => person.name ?? 'eine weitere erwachsene Person').join(', ')
  return (
    <Alert tone="info" title="Das KIM-Team hat noch keinen Zugang">
      <p className="kern-body">
        Jede erwachsene Person im Fall entscheidet für sich. Es fehlt noch die Einwilligung von: {names}.
      </p>
    </Alert>
  )
}
