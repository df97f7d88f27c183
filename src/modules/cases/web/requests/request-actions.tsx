import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { requestEndpoints, type RequestView } from '../../contract/requests/index.ts'
import type { OpenSheet } from './request-page.tsx'
import { useRequestAction } from './use-request-action.ts'

interface RequestActionsProps {
  view: RequestView
  onOpen: (sheet: OpenSheet) => void
}

/** One primary button: take it while it waits, begin the intake once it is on the own desk. */
export function RequestActions({ view, onOpen }: RequestActionsProps): ReactElement {
  const navigate = useNavigate()
  const params = { id: view.id }
  const can = new Set(view.can)
  const take = useRequestAction(
    () => call(requestEndpoints.assign, { params, body: { to: 'me' } }),
    'Anfrage übernommen',
  )
  const giveBack = useRequestAction(
    () => call(requestEndpoints.return, { params }),
    'Die Anfrage wartet wieder am Standort',
    () => void navigate({ to: '/anfragen' }),
  )
  return (
    <>
      <ProblemAlert error={take.error ?? giveBack.error} />
      {can.has('take') && (
        <Button variant="primary" busy={take.isPending} onClick={() => take.mutate(undefined)}>
          Übernehmen
        </Button>
      )}
      {can.has('convert') && (
        <Link to="/faelle/neu" search={{ anfrage: view.id }} look={can.has('take') ? 'secondary' : 'primary'}>
          Aufnahme beginnen
        </Link>
      )}
      {can.has('assign') && (
        <Button variant={can.has('take') ? 'secondary' : 'primary'} onClick={() => onOpen('assign')}>
          {view.state === 'open' ? 'Zuweisen an' : 'Neu zuweisen'}
        </Button>
      )}
      {can.has('advise') && <Button onClick={() => onOpen('outcome')}>Ohne Fall abschließen</Button>}
      {can.has('edit') && (
        <Button icon="edit" onClick={() => onOpen('edit')}>
          Ändern
        </Button>
      )}
      {can.has('transfer') && (
        <Button variant="tertiary" icon="share" onClick={() => onOpen('transfer')}>
          An anderen Standort geben
        </Button>
      )}
      {can.has('return') && (
        <Button variant="tertiary" busy={giveBack.isPending} onClick={() => giveBack.mutate(undefined)}>
          Zurück in die Warteschlange
        </Button>
      )}
    </>
  )
}
