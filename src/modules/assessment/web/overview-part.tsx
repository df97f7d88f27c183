import type { ReactElement } from 'react'

import { Card } from '../../../platform/web/ui/card.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { domainChange } from '../rules/change.ts'
import { completenessOf } from '../rules/completeness.ts'
import { profileOf, type ProfileRow } from '../rules/profile.ts'
import './assessment.css'
import { ChangeWords } from './change-words.tsx'
import { marks } from './marks.ts'
import { valueLabels } from './rating-values.ts'
import { useAssessment } from './use-assessment.ts'

/** Card on the overview of a case: each life domain with its resource ● and its need ▲. */
export default function OverviewPart({ caseId }: { caseId: string }): ReactElement {
  const { view } = useAssessment(caseId)
  const screen = view.data
  return (
    <Card title="Lebensbereiche">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {screen &&
        (screen.current ? (
          <Overview screen={screen} assessment={screen.current} />
        ) : (
          <p className="kern-body">Noch kein Assessment.</p>
        ))}
      <Link to="/faelle/$id/$part" params={{ id: caseId, part: 'lebensbereiche' }}>
        Lebensbereiche öffnen
      </Link>
    </Card>
  )
}

function Overview({
  screen,
  assessment,
}: {
  screen: AssessmentScreen
  assessment: AssessmentView
}): ReactElement {
  const rows = profileOf(screen.domains, assessment, null).filter((row) => row.remark === null)
  const { open, locked } = completenessOf(screen.domains, assessment.ratings)
  const rest = [
    open.length > 0 && `${open.length} noch offen`,
    locked.length > 0 && `${locked.length} gesperrt, Rechtsgrundlage fehlt`,
  ].filter(Boolean)
  return (
    <>
      <p className="assess-legend kern-body--small" aria-hidden="true">
        <span className="lt-profile__mark--resource">{marks.resource} Ressource</span>
        <span className="lt-profile__mark--need">{marks.need} Bedarf</span>
      </p>
      <ul className="assess-overview">
        {rows.map((row) => (
          <li key={row.key}>
            <span>{row.label}</span>
            <Marks row={row} name="resource" assessment={assessment} />
            <Marks row={row} name="need" assessment={assessment} />
            {screen.previous && <Moved row={row} screen={screen} assessment={assessment} />}
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="kern-body">Für die ganze Familie ist noch nichts eingestuft.</p>}
      {rest.length > 0 && <p className="kern-body kern-body--small">{rest.join(' · ')}</p>}
    </>
  )
}

/** Against the assessment before; the sign is explained by its word. */
function Moved(props: {
  row: ProfileRow
  screen: AssessmentScreen
  assessment: AssessmentView
}): ReactElement | null {
  const { row, screen, assessment } = props
  const family = (one: { lifeDomain: string; personId: string | null }) =>
    one.lifeDomain === row.key && one.personId === null
  const change = domainChange(
    { rating: screen.previous?.ratings.find(family), scale: screen.previous?.scale ?? null },
    { rating: assessment.ratings.find(family), scale: assessment.scale },
  )
  return change && <ChangeWords change={change} />
}

function Marks(props: {
  row: ProfileRow
  name: 'resource' | 'need'
  assessment: AssessmentView
}): ReactElement {
  const { row, name, assessment } = props
  const value = row.values[name]
  const steps = assessment.scale?.length ?? 0
  const filled = value ? Math.round(value.position * (steps - 1)) + 1 : 0
  const words = value ? `${valueLabels[name]}: ${value.word}` : `${valueLabels[name]}: keine Angabe`
  return (
    <span className={`lt-profile__mark--${name}`} title={words}>
      <span aria-hidden="true">
        {marks[name].repeat(filled)}
        <span className="assess-overview__empty">{(name === 'need' ? '△' : '○').repeat(steps - filled)}</span>
      </span>
      <span className="kern-sr-only">{words}</span>
    </span>
  )
}
