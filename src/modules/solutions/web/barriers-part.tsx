import type { ReactElement } from 'react'
import { Link } from '../../../platform/web/ui/link.tsx'
import type { TakenBarriers } from '../../structure/web/index.ts'

/** At one barrier: a recommendation that answers it; who reported it reads what became of that. */
export default function BarriersPart({ barriers, group }: TakenBarriers): ReactElement | null {
  const [barrier] = barriers
  if (group || barriers.length !== 1 || !barrier) return null
  return (
    <p className="lt-actions">
      <Link to="/massnahmen/neu" search={{ huerde: barrier.id }}>
        Maßnahme dazu empfehlen
      </Link>
    </p>
  )
}
