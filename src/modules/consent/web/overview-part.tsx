import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { consentEndpoints } from '../contract/endpoints.ts'
import { summarySentences } from './consent-words.ts'

/** Card on the overview of a case: „3 von 4 gültig“. */
export default function OverviewPart({ caseId }: { caseId: string }): ReactElement {
  const view = useView(consentEndpoints.summary, { params: { id: caseId } })
  return (
    <Card title="Einwilligungen">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data &&
        summarySentences(view.data).map((sentence) => (
          <p key={sentence} className="kern-body">
            {sentence}
          </p>
        ))}
      <Link to="/faelle/$id/$part" params={{ id: caseId, part: 'einwilligungen' }}>
        Einwilligungen öffnen
      </Link>
    </Card>
  )
}
