import { useState, type ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { usePages } from '../../../../platform/web/use-view.ts'
import { roleLabels, roles, type Role } from '../../contract/roles.ts'
import { userEndpoints, type UserRow } from '../../contract/users.ts'

type State = 'active' | 'inactive' | 'all'

/** „Nutzerinnen und Nutzer“: found by the beginning of a name or login name. */
export function UsersPage(): ReactElement {
  const [text, setText] = useState('')
  const [state, setState] = useState<State>('active')
  const [role, setRole] = useState<Role | ''>('')
  const body = { state, ...(text.trim() && { text: text.trim() }), ...(role && { role }) }
  const pages = usePages(userEndpoints.search, { body })
  return (
    <Page
      title="Nutzerinnen und Nutzer"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Nutzerinnen und Nutzer' }]}
      actions={
        <Link to="/verwaltung/konten/neu" look="primary" icon="add">
          Konto anlegen
        </Link>
      }
    >
      <div className="lt-form__row">
        <TextField id="text" label="Name oder Anmeldename" width="medium" value={text} onChange={setText} />
        <Select
          id="role"
          label="Aufgabe"
          empty="alle"
          options={roles.map((value) => ({ value, label: roleLabels[value] }))}
          value={role}
          onChange={(value) => setRole(value as Role | '')}
        />
        <Select
          id="state"
          label="Zustand"
          options={[
            { value: 'active', label: 'aktiv' },
            { value: 'inactive', label: 'stillgelegt' },
            { value: 'all', label: 'alle' },
          ]}
          value={state}
          onChange={(value) => setState(value as State)}
        />
      </div>
      <ProblemAlert error={pages.error} onRetry={pages.retry} />
      {pages.loading && !pages.error && <Loading />}
      {!pages.loading && !pages.error && (
        <>
          <Table
            caption="Konten"
            hideCaption
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title="Kein Konto passt dazu">Ändern Sie Name, Aufgabe oder Zustand.</EmptyState>
            }
          />
          <Pager {...pages.pager} />
        </>
      )}
    </Page>
  )
}

const columns: Column<UserRow>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: (row) => (
      <Link to="/verwaltung/konten/$id" params={{ id: row.id }}>
        {`${row.familyName}, ${row.givenName}`}
      </Link>
    ),
  },
  {
    key: 'login',
    header: 'Anmeldename',
    cell: (row) => row.loginName ?? <Badge tone="warning">kein Zugang</Badge>,
  },
  {
    key: 'place',
    header: 'Anstellung',
    cell: (row) => (
      <>
        {row.organisation}
        {row.unit && <div className="kern-body--small">{row.unit}</div>}
      </>
    ),
  },
  {
    key: 'roles',
    header: 'Aufgaben',
    cell: (row) =>
      row.roles.length === 0 ? (
        <Badge tone="warning">keine</Badge>
      ) : (
        row.roles.map((role) => roleLabels[role]).join(', ')
      ),
  },
  {
    key: 'state',
    header: 'Zustand',
    cell: (row) => (
      <>
        {!row.active && <Badge>stillgelegt</Badge>}
        {row.active &&
          (row.secondFactor ? <Badge tone="success">zweiter Faktor</Badge> : 'ohne zweiten Faktor')}
      </>
    ),
  },
]
