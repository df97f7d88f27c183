import { useState, type ReactElement } from 'react'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { settingEndpoints, type SettingView } from '../../contract/setting.ts'
import { FactSource } from '../fact-source.tsx'
import { opinionTopicOf } from '../../rules.ts'
import { allowedRange, formatSetting } from './format-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { settingWords } from './setting-words.ts'

/** „Einstellungen“: the single values of the district, each with where it comes from. */
export function SettingsPage(): ReactElement {
  const view = useView(settingEndpoints.list)
  const [editing, setEditing] = useState<SettingView>()
  const rows = view.data?.rows ?? []
  const groups = [...new Set(rows.map((row) => settingWords[row.key].group))]
  return (
    <Page
      title="Einstellungen"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Einstellungen' }]}
      intro="„Vorgabe“ heißt: Kein Konzept nennt einen Wert, und im Kreis hat ihn noch niemand festgelegt."
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {groups.map((group) => (
        <Card key={group} title={group}>
          <Table
            caption={group}
            hideCaption
            columns={columns(setEditing)}
            rows={rows.filter((row) => settingWords[row.key].group === group)}
            rowKey={(row) => row.key}
          />
        </Card>
      ))}
      <Dialog
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing ? settingWords[editing.key].label : ''}
      >
        {editing && (
          <SettingForm
            key={editing.key}
            setting={editing}
            onDone={() => {
              setEditing(undefined)
              toast('Einstellung gespeichert')
            }}
          />
        )}
      </Dialog>
    </Page>
  )
}

const columns = (onEdit: (row: SettingView) => void): Column<SettingView>[] => [
  {
    key: 'label',
    header: 'Einstellung',
    cell: (row) => (
      <>
        {settingWords[row.key].label}
        <div className="kern-body kern-body--small">{settingWords[row.key].hint}</div>
        {allowedRange(row.key) && (
          <div className="kern-body kern-body--small kern-body--muted">Erlaubt: {allowedRange(row.key)}</div>
        )}
        {row.key in opinionTopicOf && (
          <div className="kern-body kern-body--small">
            Einschalten geht erst, wenn die Stellungnahme der oder des Datenschutzbeauftragten eingetragen ist
            und es erlaubt.
          </div>
        )}
      </>
    ),
  },
  { key: 'value', header: 'Wert', cell: (row) => <strong>{formatSetting(row)}</strong> },
  { key: 'source', header: 'Herkunft', cell: (row) => <FactSource fact={row} /> },
  {
    key: 'action',
    header: 'Aktion',
    action: true,
    cell: (row) =>
      row.can.includes('change') && (
        <Button
          size="small"
          onClick={() => onEdit(row)}
          aria-label={`${row.isDefault ? 'Festlegen' : 'Ändern'}: ${settingWords[row.key].label}`}
        >
          {row.isDefault ? 'Festlegen' : 'Ändern'}
        </Button>
      ),
  },
]
