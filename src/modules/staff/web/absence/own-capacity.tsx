import type { ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { availabilityEndpoints } from '../../contract/availability.ts'
import { AbsencesCard } from './absences-card.tsx'
import { AvailabilityCard } from './availability-card.tsx'
import { DeputyTable } from './deputy-table.tsx'

/** The part of „Mein Profil“ for case managers. */
export function OwnCapacity(): ReactElement {
  const view = useView(availabilityEndpoints.read)
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return (
    <>
      <div className="lt-columns">
        <AvailabilityCard key={view.data.version} availability={view.data} />
        <AbsencesCard absences={view.data.absences} />
      </div>
      <Card title="Vertretungen" footer={<Link to="/vertretungen">Vertretung eintragen</Link>}>
        <DeputyTable />
      </Card>
    </>
  )
}
