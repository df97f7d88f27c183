import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table } from '../../../platform/web/ui/table.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreements.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { AgreementForm } from './agreement-form.tsx'
import './solutions.css'
import { ThemeLink } from './theme-link.tsx'
import { agreementWord } from './words.ts'

const list = { label: 'Kooperationsvereinbarungen', to: '/vereinbarungen' }

/** A new agreement, or one of the concept carried on (`?konzept=`). */
export function NewAgreementPage(): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { konzept, thema } = useSearch({ strict: false }) as { konzept?: string; thema?: string }
  const register = useView(agreementEndpoints.register)
  const options = useView(paperEndpoints.options)
  const from = register.data?.agreements.find((one) => one.id === null && one.conceptKey === konzept)
  const done = async (saved: AgreementView) => {
    await client.invalidateQueries({ queryKey: viewKey(agreementEndpoints.register) })
    await client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) })
    await navigate({ to: '/vereinbarungen/$id' as string, params: { id: saved.id } as never })
  }
  const error = register.error ?? options.error
  return (
    <Page
      title={from ? 'Vereinbarung fortführen' : 'Vereinbarung eintragen'}
      breadcrumb={[list, { label: 'Neu' }]}
      intro={
        from
          ? `Das steht im Konzept (${from.source ?? ''}). Ergänzen Sie, was Sie wissen.`
          : 'Zwischen dem Kreis und Anstellungsträgern, zwischen Ämtern und Zivilgesellschaft, zwischen Kommune und KI.'
      }
      narrow
    >
      <ProblemAlert error={error} onRetry={() => void options.refetch()} />
      {(register.isPending || options.isPending) && <Loading />}
      {register.data && options.data && (
        <AgreementForm
          key={from?.conceptKey ?? 'new'}
          options={options.data}
          from={from}
          themeId={thema}
          onDone={(saved) => void done(saved)}
          onCancel={() => void navigate({ to: '/vereinbarungen' as string })}
        />
      )}
    </Page>
  )
}

/** One agreement of the register. */
export function AgreementPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const view = useView(agreementEndpoints.read, { params: { id } })
  const options = useView(paperEndpoints.options)
  const [editing, setEditing] = useState(false)
  const agreement = view.data
  const done = async () => {
    setEditing(false)
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(agreementEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(agreementEndpoints.register) }),
      client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) }),
    ])
  }
  return (
    <Page
      title={agreement?.title ?? 'Kooperationsvereinbarung'}
      windowTitle="Kooperationsvereinbarung"
      breadcrumb={[list, { label: agreement?.typeLabel ?? 'Vereinbarung' }]}
      actions={
        agreement?.can.includes('change') &&
        !editing && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            Ändern
          </Button>
        )
      }
    >
      <ProblemAlert error={view.error ?? options.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {agreement && editing && options.data && (
        <AgreementForm
          options={options.data}
          from={agreement}
          onDone={() => void done()}
          onCancel={() => setEditing(false)}
        />
      )}
      {agreement && !editing && <Facts agreement={agreement} />}
    </Page>
  )
}

function Facts({ agreement }: { agreement: AgreementView }): ReactElement {
  const words = (text: string | null) => text && <span className="solutions-words">{text}</span>
  return (
    <div className="lt-stack">
      <DescriptionList
        items={[
          { term: 'Art', value: agreement.typeLabel },
          { term: 'Stand', value: agreementWord(agreement.state) },
          { term: 'Unterzeichnet am', value: agreement.signedOn && <Day at={agreement.signedOn} /> },
          { term: 'Gilt ab', value: agreement.validFrom && <Day at={agreement.validFrom} /> },
          {
            term: 'Gilt bis',
            value: agreement.validUntil ? <Day at={agreement.validUntil} /> : 'unbefristet',
          },
          {
            term: 'Überprüfung am',
            value: agreement.reviewOn && (
              <>
                <Day at={agreement.reviewOn} /> {agreement.reviewDue && <Badge tone="warning">fällig</Badge>}
              </>
            ),
          },
          { term: 'Was sie regelt', value: words(agreement.contents) },
          { term: 'Wer wozu verpflichtet ist', value: words(agreement.obligations) },
          { term: 'Aktenzeichen der Verwaltung', value: agreement.fileNumber },
          { term: 'Bemerkung', value: words(agreement.remark) },
          { term: 'Thema', value: <ThemeLink theme={agreement.theme} /> },
        ]}
      />
      <Table
        caption="Parteien"
        columns={[
          { key: 'label', header: 'Organisation', rowHeader: true, cell: (party) => party.label },
          { key: 'signsAs', header: 'Unterzeichnet als', cell: (party) => party.signsAs ?? '' },
          { key: 'signedOn', header: 'Am', cell: (party) => party.signedOn && <Day at={party.signedOn} /> },
        ]}
        rows={agreement.parties}
        rowKey={(party) => party.organisationId}
      />
    </div>
  )
}
