import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { memberKindLabels, SeatEndReason, seatEndReasonLabels } from '../contract/codes.ts'
import type { CommitteeView, FunctionView, SeatView } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { seatRoleWords, successionWords } from './committee-words.ts'
import { useAction } from './use-action.ts'
import './committees.css'

interface SectionProps {
  view: CommitteeView
  onChanged: () => void
}

/** Members by function: who holds it now, who did before, who stands in (R120). */
export function SeatsSection({ view, onChanged }: SectionProps): ReactElement {
  const alone = view.seats.filter(({ functionId }) => functionId === null)
  const may = view.can.includes('members')
  return (
    <Card title="Mitglieder nach Funktion">
      {view.functions.length === 0 && view.seats.length === 0 && (
        <p className="kern-body">Das Konzept nennt keine Mitglieder. Besetzen Sie den ersten Sitz.</p>
      )}
      <ul className="committee-lines">
        {view.functions.map((one) => (
          <Function
            key={one.id}
            one={one}
            seats={view.seats.filter(({ functionId }) => functionId === one.id)}
            may={may}
            onChanged={onChanged}
          />
        ))}
        {alone.map((seat) => (
          <li key={`${seat.id} ${seat.version}`}>
            <Seat seat={seat} may={may} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface FunctionProps {
  one: FunctionView
  seats: readonly SeatView[]
  may: boolean
  onChanged: () => void
}

function Function({ one, seats, may, onChanged }: FunctionProps): ReactElement {
  return (
    <li>
      <strong>
        {one.count !== null && one.count > 1 ? `${one.count} × ` : ''}
        {one.label}
      </strong>{' '}
      {one.role !== 'member' && <Badge tone="info">{seatRoleWords[one.role]}</Badge>}{' '}
      {one.advisory && <Badge>beratend</Badge>}
      <p className="kern-body--small">
        {[one.organisation, one.succession && successionWords[one.succession], one.source, one.remark]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.alternatives.map((other) => (
        <p key={`${other.field} ${other.source ?? ''}`} className="kern-body--small">
          {other.source ?? 'Andere Quelle'}: {otherWords(other.value)}. {other.remark ?? ''}
        </p>
      ))}
      {seats.length === 0 ? (
        <p className="kern-body">Nicht besetzt.</p>
      ) : (
        seats.map((seat) => (
          <Seat key={`${seat.id} ${seat.version}`} seat={seat} may={may} onChanged={onChanged} />
        ))
      )}
    </li>
  )
}

const otherWords = (value: unknown): string =>
  typeof value === 'string' ? ((seatRoleWords as Record<string, string>)[value] ?? value) : String(value)

function Seat({
  seat,
  may,
  onChanged,
}: {
  seat: SeatView
  may: boolean
  onChanged: () => void
}): ReactElement {
  const [ending, setEnding] = useState(false)
  const [reason, setReason] = useState<SeatEndReason | ''>('officeChange')
  const { busy, error, run } = useAction(onChanged)
  const end = () =>
    run(
      () =>
        call(committeeEndpoints.endSeat, {
          params: { id: seat.id },
          ifMatch: seat.version,
          body: { reason: reason || 'left' },
        }),
      'Sitz beendet',
    )
  const period = `${formatDate(seat.fromOn)} bis ${seat.toOn ? formatDate(seat.toOn) : 'heute'}`
  return (
    <div className="lt-actions">
      <span>
        {seat.heldBy}
        {seat.kind === 'holder' ? '' : ` (${memberKindLabels[seat.kind]})`}
      </span>
      <span className="kern-body--small">
        {[period, seat.organisation, seat.endReason && seatEndReasonLabels[seat.endReason]]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {!seat.current && <Badge>früher</Badge>}
      {seat.b3 && <Badge>Baustein 3</Badge>}
      {seat.hasAccount && seat.current && <Badge tone="info">liest in Lotse</Badge>}
      {may && seat.current && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Sitz beenden: ${seat.heldBy}`}
          onClick={() => setEnding(true)}
        >
          Sitz beenden
        </Button>
      )}
      <ConfirmDialog
        open={ending}
        title={`Sitz von ${seat.heldBy} beenden`}
        confirm="Sitz sofort beenden"
        danger
        busy={busy}
        onConfirm={() => void end()}
        onCancel={() => setEnding(false)}
      >
        <ProblemAlert error={error} />
        <p className="kern-body">Wer in Lotse liest, verliert den Zugang zu den Unterlagen sofort.</p>
        <Select
          label="Grund"
          id={`end-${seat.id}`}
          name="reason"
          value={reason}
          onChange={(value) => setReason(value as SeatEndReason | '')}
          error={undefined}
          options={SeatEndReason.options.map((value) => ({ value, label: seatEndReasonLabels[value] }))}
        />
      </ConfirmDialog>
    </div>
  )
}
