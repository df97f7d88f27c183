import { useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import { CommitteeScope } from '../contract/codes.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { CommissionView } from '../contract/shared.ts'
import { FoundForm } from './found-form.tsx'

interface Search {
  anzeige?: string
  auftrag?: string
  zuordnung?: string
}

/** Founding begins with the question whether an existing committee could do it (R097); a foreign one is only recorded. */
export function FoundPage(): ReactElement {
  const { anzeige, auftrag, zuordnung } = useSearch({ strict: false }) as Search
  const scope = CommitteeScope.safeParse(zuordnung).data ?? 'own'
  const { data, error, isPending, refetch } = useView(committeeEndpoints.options, { query: {} })
  const title = scope === 'own' ? 'Gremium gründen' : 'Fremdes Gremium erfassen'
  return (
    <Page title={title} narrow breadcrumb={[{ label: 'Gremien', to: '/gremien' }, { label: title }]}>
      {scope === 'own' && (
        <Notice title="Könnte es ein bestehendes Gremium übernehmen?" source="Konzept Kreis Wesel; R097">
          Doppelstrukturen werden vermieden. Sehen Sie sich die bestehenden Gremien an und halten Sie fest,
          warum keines passt oder welches die Aufgabe übernimmt. Ihre Antwort bleibt beim Gremium stehen.
        </Notice>
      )}
      {isPending && <Loading />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && auftrag && <ForCommission id={auftrag} options={data} />}
      {data && !auftrag && <FoundForm options={data} scope={scope} requestId={anzeige} />}
    </Page>
  )
}

type Options = Parameters<typeof FoundForm>[0]['options']

/** Prefilled with the commission the group is founded for. */
function ForCommission({ id, options }: { id: string; options: Options }): ReactElement {
  const { rows, error, loading, retry } = usePages<typeof followUpEndpoints.commissions, CommissionView>(
    followUpEndpoints.commissions,
    { query: { id } },
  )
  const [commission] = rows
  if (loading || error || !commission)
    return (
      <>
        {loading && <Loading />}
        <ProblemAlert error={error} onRetry={retry} />
        {!loading && !error && <p className="kern-body">Diesen Projektauftrag gibt es nicht mehr.</p>}
      </>
    )
  return <FoundForm options={options} scope="own" commission={commission} />
}
