import type { ReactElement } from 'react'
import { formatDate } from '../../../platform/web/dates.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { contactEndpoints, type OwnWork } from '../index.ts'
import { intendedShare, ownCases, ownShare } from './own-work-words.ts'

/** Box of Mein Tag: the own cases, what one has set, and the own share, for oneself. */
export default function OwnWorkPart(): ReactElement {
  const view = useView(contactEndpoints.ownWork)
  return (
    <Card title={view.data ? `Meine Fälle ${ownCases(view.data)}` : 'Meine Fälle'}>
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Share work={view.data} />}
      <div className="lt-actions">
        <Link to="/faelle">Meine Fälle</Link>
        <Link to="/vertretungen">Verfügbarkeit ändern</Link>
      </div>
    </Card>
  )
}

function Share({ work }: { work: OwnWork }): ReactElement {
  const { since, contacts } = work.effort
  const share = ownShare(work)
  return (
    <>
      <p className="kern-body">
        Nur für Sie: {share ?? 'Noch kein Kontakt mit Dauer und Anteil (Einzelfall oder Systemebene).'}
      </p>
      <Why label="Woraus wird das gerechnet?">
        {contacts === 1 ? 'Aus einem Kontakt' : `Aus ${contacts} Kontakten`} seit {formatDate(since)}, bei
        denen Sie Dauer und Anteil festgehalten haben. Niemand außer Ihnen sieht diese Zahl.{' '}
        {intendedShare(work)}
      </Why>
    </>
  )
}
