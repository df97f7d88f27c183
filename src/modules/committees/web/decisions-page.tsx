import { useState, type ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { DecisionKind, decisionKindLabels, decisionOutcomeLabels } from '../contract/codes.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import type { DecisionView } from '../contract/registers.ts'
import { CommitteeTabs } from './committee-tabs.tsx'
import { vagueDate } from './committee-words.ts'
import { DecisionChangeForm } from './decision-change-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { PaperUpload } from './paper-upload.tsx'
import { PaperLines } from './papers.tsx'
import { SubjectLink } from './subject-link.tsx'
import './committees.css'

/** The register: committees of KIM, Kreistag and political committees, with what other sources say (R129). */
export function DecisionsPage(): ReactElement {
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<DecisionKind | ''>('')
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<DecisionView>()
  const settled = useSettled(words.trim())
  const body = { ...(settled ? { words: settled } : {}), ...(kind ? { kind } : {}) }
  const { rows, error, loading, retry, pager } = usePages<typeof decisionEndpoints.search, DecisionView>(
    decisionEndpoints.search,
    { body },
  )
  const { rights } = useApp().session
  return (
    <Page
      title="Beschlussregister"
      intro="Beschlüsse, Empfehlungen, Vereinbarungen und Kenntnisnahmen, auch des Kreistags und seiner Ausschüsse."
      actions={
        <>
          {rights.has('committee.write') && (
            <Button icon="add" onClick={() => setAdding(true)}>
              Beschluss eintragen
            </Button>
          )}
          <a
            className="kern-link kern-link--no-visited-state lt-link"
            href={addressOf(decisionEndpoints.export)}
            download
          >
            Register als Tabelle (CSV)
          </a>
        </>
      }
    >
      <CommitteeTabs />
      <TextField
        label="Suchen"
        hint="In Titel, Wortlaut, Gremium und Zeichen."
        id="decision-words"
        name="words"
        type="search"
        value={words}
        onChange={setWords}
        error={undefined}
      />
      <Chips
        label="Art"
        id="decision-kind"
        name="kind"
        value={kind}
        onChange={(value) => setKind(value as DecisionKind | '')}
        error={undefined}
        options={DecisionKind.options.map((value) => ({ value, label: decisionKindLabels[value] }))}
      />
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <EmptyState title="Kein Beschluss">
          {settled || kind
            ? 'Zu dieser Suche steht nichts im Register.'
            : 'Beschlüsse kommen aus genehmigten Niederschriften hierher.'}
        </EmptyState>
      )}
      {rows.map((row) => (
        <Decision key={row.id} row={row} onChange={() => setChanging(row)} onChanged={retry} />
      ))}
      <Pager {...pager} />
      <Sheet open={adding} onClose={() => setAdding(false)} title="Beschluss eintragen">
        <DecisionForm
          onDone={() => {
            setAdding(false)
            retry()
          }}
          onCancel={() => setAdding(false)}
        />
      </Sheet>
      <Sheet open={changing !== undefined} onClose={() => setChanging(undefined)} title="Beschluss ergänzen">
        {changing && (
          <DecisionChangeForm
            row={changing}
            onDone={() => {
              setChanging(undefined)
              retry()
            }}
            onCancel={() => setChanging(undefined)}
          />
        )}
      </Sheet>
    </Page>
  )
}

interface DecisionProps {
  row: DecisionView
  onChange: () => void
  onChanged: () => void
}

function Decision({ row, onChange, onChanged }: DecisionProps): ReactElement {
  const facts = [
    row.reference && `Zeichen ${row.reference}`,
    row.councilNumber && `Ratsinfo ${row.councilNumber}`,
    row.votes && `${row.votes.yes} ja, ${row.votes.no} nein, ${row.votes.abstained} Enthaltungen`,
    row.toCommittee && `An: ${row.toCommittee}`,
    row.replacedBy && `Ersetzt durch: ${row.replacedBy.title}`,
    row.source && `Quelle: ${row.source}`,
  ].filter(Boolean)
  return (
    <Card
      level={2}
      title={row.title}
      end={
        <span className="lt-actions">
          <Badge tone="info">{decisionKindLabels[row.kind]}</Badge>
          {row.outcome !== 'adopted' && <Badge tone="warning">{decisionOutcomeLabels[row.outcome]}</Badge>}
          {row.state !== 'valid' && <Badge>{row.state === 'revoked' ? 'aufgehoben' : 'ersetzt'}</Badge>}
        </span>
      }
    >
      <p className="kern-body">
        {vagueDate(row.dateText)}, {row.body}
      </p>
      {row.wording && row.wording !== row.title && <p className="committee-words">{row.wording}</p>}
      {facts.length > 0 && <p className="kern-body--small">{facts.join(' · ')}</p>}
      {row.remark && <p className="kern-body--small">{row.remark}</p>}
      {row.alternatives.map((other) => (
        <p key={`${other.field} ${other.source ?? ''}`} className="kern-body--small">
          {other.source ?? 'Andere Quelle'} nennt: {otherWords(other)}. {other.remark ?? ''}
        </p>
      ))}
      {row.papers.length > 0 && <PaperLines papers={row.papers} onChanged={onChanged} />}
      {row.can.includes('change') && <PaperUpload to={{ decisionId: row.id }} onChanged={onChanged} />}
      <span className="lt-actions">
        <SubjectLink item={row} />
        {row.councilUrl && (
          <a className="kern-link lt-link" href={row.councilUrl} target="_blank" rel="noreferrer">
            Im Ratsinformationssystem
          </a>
        )}
        {row.meetingId && (
          <Link to="/sitzungen/$id" params={{ id: row.meetingId }}>
            Zur Sitzung
          </Link>
        )}
        {row.can.includes('change') && (
          <Button size="small" variant="tertiary" aria-label={`Ergänzen: ${row.title}`} onClick={onChange}>
            Ergänzen
          </Button>
        )}
      </span>
    </Card>
  )
}

const otherWords = ({ field, value }: DecisionView['alternatives'][number]): string =>
  field === 'date' && typeof value === 'string' ? vagueDate(value) : String(value)
