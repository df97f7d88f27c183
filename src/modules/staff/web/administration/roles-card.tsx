import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { Role, roleLabels, roles } from '../../contract/roles.ts'
import { ScopeKind, userEndpoints, type RoleView } from '../../contract/users.ts'
import { scopesFor } from '../../rules.ts'
import { useStaffAction } from '../use-staff-action.ts'
import { scopeWords } from './scope-words.ts'
import { usePlaces } from './use-places.ts'
import type { UserCardProps } from './user-page.tsx'

const views = [userEndpoints.read, userEndpoints.search]

/** Roles with their scope and period; ended ones stay readable. */
export function RolesCard({ user, confirmed }: UserCardProps): ReactElement {
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<RoleView>()
  const may = user.can.includes('giveRole')
  const end = useStaffAction(
    (role: RoleView) => confirmed(() => call(userEndpoints.endRole, { params: { id: role.id } })),
    { done: 'Aufgabe beendet', views, after: () => setEnding(undefined) },
  )
  return (
    <Card
      title="Aufgaben"
      end={
        may && (
          <Button size="small" icon="add" onClick={() => setGiving(true)}>
            Aufgabe geben
          </Button>
        )
      }
    >
      <Table
        caption="Aufgaben"
        hideCaption
        columns={columns(may ? setEnding : undefined)}
        rows={user.roles}
        rowKey={(role) => role.id}
        empty={
          <EmptyState title="Noch keine Aufgabe">Ohne Aufgabe sieht die Person in Lotse nichts.</EmptyState>
        }
      />
      <ConfirmDialog
        open={ending !== undefined}
        title="Aufgabe beenden?"
        confirm="Aufgabe beenden"
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate(ending)}
        onCancel={() => setEnding(undefined)}
      >
        <p className="kern-body">
          {ending && `${roleLabels[ending.role]}: Rechte und Zugänge, die darauf beruhen, enden sofort.`}
        </p>
        <ProblemAlert error={end.error} />
      </ConfirmDialog>
      <Sheet open={giving} onClose={() => setGiving(false)} title="Aufgabe geben">
        {giving && <GiveRole user={user} confirmed={confirmed} onDone={() => setGiving(false)} />}
      </Sheet>
    </Card>
  )
}

const states = { planned: 'geplant', current: 'gilt', ended: 'beendet' } as const

const columns = (onEnd: ((role: RoleView) => void) | undefined): Column<RoleView>[] => [
  { key: 'role', header: 'Aufgabe', cell: (row) => roleLabels[row.role] },
  {
    key: 'scope',
    header: 'Bereich',
    cell: (row) => (row.scope ? `${scopeWords[row.scopeKind]}: ${row.scope}` : scopeWords[row.scopeKind]),
  },
  {
    key: 'period',
    header: 'Zeitraum',
    cell: (row) => (
      <>
        <Badge tone={row.state === 'current' ? 'success' : 'neutral'}>{states[row.state]}</Badge> seit{' '}
        <Day at={row.from} />
        {row.until && (
          <>
            {' '}
            bis <Day at={row.until} />
          </>
        )}
      </>
    ),
  },
  {
    key: 'end',
    header: 'Aktion',
    action: true,
    cell: (row) =>
      onEnd &&
      row.state !== 'ended' && (
        <Button size="small" onClick={() => onEnd(row)} aria-label={`Beenden: ${roleLabels[row.role]}`}>
          Beenden
        </Button>
      ),
  },
]

const Typed = z.object({
  role: z.union([Role, z.literal('')]).refine((value) => value !== '', 'Bitte wählen Sie eine Aufgabe.'),
  scopeKind: ScopeKind,
  scopeId: z.string(),
  lastDay: z.string(),
})

function GiveRole({ user, confirmed, onDone }: UserCardProps & { onDone: () => void }): ReactElement {
  const places = usePlaces()
  const give = useStaffAction(
    (body: z.input<(typeof userEndpoints.giveRole)['body']>) =>
      confirmed(() => call(userEndpoints.giveRole, { params: { id: user.id }, body })),
    { done: 'Aufgabe gegeben', views },
  )
  const form = useForm({
    schema: Typed,
    initial: { role: '' as Role | '', scopeKind: 'tenant' as ScopeKind, scopeId: '', lastDay: '' },
    submit: async ({ role, scopeKind, scopeId, lastDay }) => {
      await give.mutateAsync({
        role: role as Role,
        scopeKind,
        scopeId: scopeId || null,
        lastDay: lastDay || null,
      })
      onDone()
    },
  })
  const { role, scopeKind } = form.values
  const scopes = role === '' ? [] : scopesFor(role)
  return (
    <Form
      form={form}
      action="Aufgabe geben"
      labels={{ role: 'Aufgabe', scopeKind: 'Bereich', scopeId: 'Bereich', lastDay: 'Letzter Tag' }}
      onCancel={onDone}
    >
      <Select
        label="Aufgabe"
        required
        options={roles.map((value) => ({ value, label: roleLabels[value] }))}
        {...form.field('role')}
        onChange={(value) =>
          form.replace({
            ...form.values,
            role: value as Role | '',
            scopeKind: value === '' ? 'tenant' : scopesFor(value as Role)[0]!,
            scopeId: '',
          })
        }
      />
      {scopes.length > 1 && (
        <RadioGroup
          label="Gilt für"
          options={scopes.map((value) => ({ value, label: scopeWords[value] }))}
          {...form.field('scopeKind')}
          onChange={(value) => form.replace({ ...form.values, scopeKind: value as ScopeKind, scopeId: '' })}
        />
      )}
      {role !== '' && scopeKind !== 'tenant' && (
        <Combobox
          key={scopeKind}
          label={scopeWords[scopeKind]}
          required
          options={places?.scopes[scopeKind] ?? []}
          {...form.field('scopeId')}
        />
      )}
      <DateField
        label="Letzter Tag"
        hint="Leer lassen, wenn kein Ende feststeht."
        {...form.field('lastDay')}
      />
    </Form>
  )
}
