import type { ReactElement } from 'react'
import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { StructureTabs } from '../../structure/web/index.ts'
import {
  agreementEndpoints,
  type AgreementRegister,
  type AgreementView,
  type ExpectedAgreement,
} from '../contract/agreements.ts'
import { coverageLabels, expectationLabels, type AgreementCoverage } from '../contract/codes.ts'
import './solutions.css'
import { agreementWord } from './words.ts'

/** „Kooperationsvereinbarungen“: which there are, and where one is missing. */
export function AgreementsPage(): ReactElement {
  const view = useView(agreementEndpoints.register)
  const register = view.data
  return (
    <Page
      title="Kooperationsvereinbarungen"
      intro="Wer mit wem vereinbart hat, wie zusammengearbeitet wird, und wo eine Vereinbarung fehlt."
      actions={
        register?.can.includes('write') && (
          <Link to="/vereinbarungen/neu" look="primary" icon="add">
            Vereinbarung eintragen
          </Link>
        )
      }
    >
      <StructureTabs />
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {register?.types.map((type) => (
        <TypeCard key={type.key} type={type} />
      ))}
      {register && (
        <>
          <Table
            caption="Alle Vereinbarungen"
            columns={columns}
            rows={register.agreements}
            rowKey={(row) => row.id ?? row.conceptKey ?? row.title}
            empty={
              <EmptyState title="Noch keine Vereinbarung">
                Das Konzept nennt keine; hier eingetragene erscheinen auch oben.
              </EmptyState>
            }
          />
          <p>
            <a
              className="kern-link kern-link--no-visited-state lt-link"
              href={addressOf(agreementEndpoints.csv, {})}
              download
            >
              Register als Tabelle (CSV)
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

const tones = { signed: 'success', pending: 'info', expired: 'warning', missing: 'danger' } as const

const CoverageBadge = ({ coverage }: { coverage: AgreementCoverage }) => (
  <Badge tone={tones[coverage]}>{coverageLabels[coverage]}</Badge>
)

function TypeCard({ type }: { type: AgreementRegister['types'][number] }): ReactElement {
  const from = type.isDefault ? 'Vorgabe, bitte prüfen' : type.source ? `Quelle: ${type.source}` : ''
  return (
    <Card
      title={type.label}
      end={
        type.expected.length > 0 && (
          <Badge tone={type.missing > 0 ? 'warning' : 'success'}>
            {type.missing === 0 ? 'vollständig' : type.missing === 1 ? '1 fehlt' : `${type.missing} fehlen`}
          </Badge>
        )
      }
    >
      {type.definition && <p className="kern-body">{type.definition}</p>}
      {type.remark && <p className="kern-body">{type.remark}</p>}
      {type.expected.length > 0 ? (
        <Table
          caption={`Wer sie hat: ${type.label}`}
          hideCaption
          columns={expectedColumns}
          rows={type.expected}
          rowKey={(row) => row.organisationId}
        />
      ) : (
        <p className="kern-body">Wird von niemandem allgemein erwartet; was es gibt, steht unten.</p>
      )}
      <p className="kern-body--muted">{from}</p>
    </Card>
  )
}

const expectedColumns: Column<ExpectedAgreement>[] = [
  { key: 'label', header: 'Organisation', rowHeader: true, cell: (row) => row.label },
  {
    key: 'because',
    header: 'Erwartet, weil',
    cell: (row) =>
      [
        ...row.because.map((key) => (expectationLabels as Record<string, string>)[key] ?? key),
        ...row.sites,
      ].join(', '),
  },
  {
    key: 'coverage',
    header: 'Stand',
    cell: (row) => (
      <>
        <CoverageBadge coverage={row.coverage} /> {row.title}
      </>
    ),
  },
]

const unknownWords: Readonly<Record<string, string>> = {
  state: 'Stand',
  signedOn: 'Datum der Unterzeichnung',
  validFrom: 'Beginn',
  validUntil: 'Ende',
  reviewOn: 'Überprüfung',
}

const columns: Column<AgreementView>[] = [
  {
    key: 'title',
    header: 'Vereinbarung',
    rowHeader: true,
    cell: (row) =>
      row.id === null ? (
        <>
          {row.title}{' '}
          {row.can.includes('carryOn') && (
            <Link to="/vereinbarungen/neu" search={{ konzept: row.conceptKey }}>
              Fortführen
            </Link>
          )}
        </>
      ) : (
        <Link to="/vereinbarungen/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      ),
  },
  { key: 'parties', header: 'Parteien', cell: (row) => row.parties.map((one) => one.label).join(' · ') },
  {
    key: 'state',
    header: 'Stand',
    cell: (row) => (
      <>
        {agreementWord(row.state)}
        {row.signedOn && (
          <>
            , <Day at={row.signedOn} />
          </>
        )}{' '}
        {row.reviewDue && <Badge tone="warning">Überprüfung fällig</Badge>}
      </>
    ),
  },
  {
    key: 'unknown',
    header: 'Nicht bekannt',
    cell: (row) =>
      row.id === null
        ? `${row.unknown.map((key) => unknownWords[key] ?? key).join(', ')} (${row.source ?? 'Konzept'})`
        : '',
  },
]
