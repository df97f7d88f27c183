import type { ReactElement } from 'react'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { kreisShareOfB2, type PositionShare } from '../../rules.ts'
import { formatNumber } from '../district-words.ts'

interface KreisShareProps {
  positions: readonly PositionShare[]
  kreisIds: ReadonlySet<string>
  least: number
}

/** At least a third of B2 lies with the Kreis (R024). */
export function KreisShareAlert({ positions, kreisIds, least }: KreisShareProps): ReactElement {
  const share = kreisShareOfB2(positions, kreisIds, least)
  const rule = `Mindestens ${formatNumber(Math.round(least * 1000) / 10)} % der Stellen im Case Management sollen beim Kreis liegen.`
  if (share.state === 'unknown') {
    return (
      <Alert tone="info" title="Der Anteil des Kreises lässt sich nicht prüfen">
        <p className="kern-body">
          {rule} Die Konzepte verteilen {formatNumber(share.unknown)} von {formatNumber(share.total)} Stellen
          nicht auf Träger oder nennen keine Zahl (R024).
        </p>
      </Alert>
    )
  }
  const kept = share.state === 'kept'
  return (
    <Alert
      tone={kept ? 'success' : 'warning'}
      title={kept ? 'Der Anteil des Kreises ist eingehalten' : 'Der Anteil des Kreises ist zu klein'}
    >
      <p className="kern-body">
        {rule} Beim Kreis liegen {formatNumber(share.kreis)} von {formatNumber(share.total)} Stellen. (R024)
      </p>
    </Alert>
  )
}
