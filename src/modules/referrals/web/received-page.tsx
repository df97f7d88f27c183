import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { Tabs } from '../../../platform/web/ui/tabs.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { purposeLabels } from '../../consent/index.ts'
import { receivedReferralEndpoints } from '../contract/endpoints.ts'
import type { ReceivedRow } from '../contract/received.ts'
import { receivedSentence, receivedTone } from './received-words.ts'

const tabs = { open: 'Offen', ended: 'Beendet' } as const
type View = keyof typeof tabs

/** „Eingegangene Verweise“ of a partner's unit: what waits for an answer first. */
export function ReceivedPage(): ReactElement {
  const [selected, select] = useState<View>('open')
  return (
    <Page
      title="Eingegangene Verweise"
      intro="Verweise an Ihre Abteilung. Was auf Antwort wartet, steht oben."
    >
      <Tabs
        label="Verweise"
        selected={selected}
        onSelect={(key) => select(key as View)}
        tabs={(Object.keys(tabs) as View[]).map((key) => ({
          key,
          label: tabs[key],
          content: <ReceivedList key={key} view={key} />,
        }))}
      />
      <Why label="Warum sehe ich nach dem Ende so wenig?" source="Art. 5 Abs. 1 DSGVO, § 67c SGB X">
        Lesen können Sie einen Verweis, solange die Person eingewilligt hat und er offen ist. Was Ihre Stelle
        für ihre eigene Aufgabe braucht, gehört in Ihre eigene Akte. Hier bleibt nur, dass es den Verweis gab.
      </Why>
    </Page>
  )
}

const empty: Record<View, [string, string]> = {
  open: [
    'Kein offener Verweis',
    'Sobald das Kommunale Integrationsmanagement auf Sie verweist, steht es hier.',
  ],
  ended: ['Noch nichts beendet', 'Hier steht später, welche Verweise es gab und wie sie endeten.'],
}

function ReceivedList({ view }: { view: View }): ReactElement {
  const { rows, error, loading, retry, pager } = usePages<typeof receivedReferralEndpoints.list, ReceivedRow>(
    receivedReferralEndpoints.list,
    { query: { view } },
  )
  const [title, text] = empty[view]
  return (
    <>
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption={`Verweise, ${tabs[view]}`}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={title}>{text}</EmptyState>}
        />
      )}
      <Pager {...pager} />
    </>
  )
}

const columns: Column<ReceivedRow>[] = [
  { key: 'sentOn', header: 'Eingegangen', cell: (row) => <Day at={row.sentOn} relative /> },
  {
    key: 'concern',
    header: 'Anliegen',
    cell: (row) => row.concern ?? (row.open ? '' : 'Inhalt geschlossen'),
  },
  {
    key: 'purpose',
    header: 'Zweck',
    cell: (row) => (row.purpose === null ? '' : (purposeLabels as Record<string, string>)[row.purpose]),
  },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => <Badge tone={receivedTone(row)}>{receivedSentence(row)}</Badge>,
  },
  {
    key: 'open',
    header: 'Öffnen',
    action: true,
    cell: (row) => (
      <Link to="/verweise/$id" params={{ id: row.id }}>
        {row.can.includes('accept') ? 'Beantworten' : 'Öffnen'}
      </Link>
    ),
  },
]
