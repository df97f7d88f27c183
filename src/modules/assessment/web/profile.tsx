import { useMemo, type ReactElement } from 'react'

import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { profileChart } from '../rules/profile-chart.ts'
import { profileOf, type ProfileRow } from '../rules/profile.ts'
import type { ValueName } from '../rules/rating.ts'
import { marks } from './marks.ts'
import { valueLabels } from './rating-values.ts'

interface ProfileProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  personId: string | null
  /** Says whose profile it is. */
  title: string
  tableOpen?: boolean
}

/** The profile as a drawing and as a table: the same values, neither without the other. */
export function Profile({ screen, assessment, personId, title, tableOpen }: ProfileProps): ReactElement {
  const rows = useMemo(
    () => profileOf(screen.domains, assessment, personId),
    [screen.domains, assessment, personId],
  )
  const { scale } = assessment
  const caption = `Profil der Lebensbereiche, ${title}`
  return (
    <figure className="assess-profile">
      {scale && (
        <>
          <p className="assess-legend" aria-hidden="true">
            {(['need', 'resource', 'clientView'] as const).map((name) => (
              <span key={name} className={`lt-profile__mark--${name}`}>
                {marks[name]} {valueLabels[name]}
              </span>
            ))}
          </p>
          <SvgDrawing
            node={profileChart(rows, scale, `${caption}. Dieselben Werte stehen in der Tabelle.`)}
          />
        </>
      )}
      <details className="assess-words" open={tableOpen || scale === null || undefined}>
        <summary>Als Tabelle</summary>
        <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} />
      </details>
    </figure>
  )
}

const value = (name: ValueName): Column<ProfileRow> => ({
  key: name,
  header: valueLabels[name],
  cell: (row) => {
    const shown = row.values[name]
    return shown ? `${shown.value} – ${shown.word}` : '–'
  },
})

const columns: Column<ProfileRow>[] = [
  { key: 'domain', header: 'Lebensbereich', cell: (row) => row.label },
  value('resource'),
  value('need'),
  value('clientView'),
  { key: 'urgency', header: 'Dringlichkeit', cell: (row) => row.urgency ?? row.remark ?? '–' },
]
