import { useState, type ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { CatalogueKind } from '../../contract/district/catalogues.ts'
import { whyNotAddable } from '../../rules.ts'
import { listNames } from '../district-words.ts'
import { ConfirmDefaults } from './confirm-defaults.tsx'
import { ChangeEntryForm, NewEntryForm } from './entry-form.tsx'
import { EntryTable } from './entry-table.tsx'

type Open = { kind: 'new' } | { kind: 'change'; entry: CatalogueEntry } | undefined

/** Lists that need more than a label and a description are changed in the district file. */
const fileOnly: ReadonlySet<CatalogueKind> = new Set([
  'linkedProgramme',
  'agreementType',
  'cooperationAgreement',
  'politicalDecision',
])

/** „Kataloge“: labels, order, validity and default mark of every list of the district. */
export function CataloguesPage(): ReactElement {
  const view = useView(catalogueEndpoints.list)
  const [kind, setKind] = useState<CatalogueKind>('entryRoute')
  const [open, setOpen] = useState<Open>()
  const { session } = useApp()
  const editable = session.rights.has('tenancy.edit')
  const closed = whyNotAddable(kind) !== null || fileOnly.has(kind)
  const done = (text: string) => {
    setOpen(undefined)
    toast(text)
  }
  return (
    <Page
      title="Kataloge"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Kataloge' }]}
      intro="Die Listen, aus denen Formulare wählen lassen. Geänderte Einträge bleiben, auch wenn die Konfiguration neu geladen wird."
      actions={
        editable &&
        !closed && (
          <Button variant="primary" icon="add" onClick={() => setOpen({ kind: 'new' })}>
            Eintrag hinzufügen
          </Button>
        )
      }
    >
      <Select
        id="kind"
        label="Liste"
        width="medium"
        options={CatalogueKind.options.map((value) => ({ value, label: listNames[value] }))}
        value={kind}
        onChange={(value) => value !== '' && setKind(value)}
      />
      {closed && (
        <p className="kern-body kern-body--muted">
          {fileOnly.has(kind)
            ? 'Neue Einträge dieser Liste kommen aus der Konfiguration des Kreises.'
            : 'Diese Liste hat feste Einträge: Bezeichnungen lassen sich ändern und Einträge beenden.'}
        </p>
      )}
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && editable && (
        <ConfirmDefaults
          key={`confirm ${kind}`}
          name={listNames[kind]}
          entries={view.data.catalogues[kind] ?? []}
        />
      )}
      {view.data && (
        <EntryTable
          key={kind}
          name={listNames[kind]}
          entries={view.data.catalogues[kind] ?? []}
          onChange={editable ? (entry) => setOpen({ kind: 'change', entry }) : undefined}
        />
      )}
      <Dialog open={open !== undefined} onClose={() => setOpen(undefined)} title={listNames[kind]}>
        {open?.kind === 'new' && <NewEntryForm kind={kind} onDone={() => done('Liste gespeichert')} />}
        {open?.kind === 'change' && (
          <ChangeEntryForm key={open.entry.id} entry={open.entry} onDone={() => done('Liste gespeichert')} />
        )}
      </Dialog>
    </Page>
  )
}
