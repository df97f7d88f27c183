import { useId, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { ConflictNotice } from '../../../platform/web/forms/conflict-notice.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { SavedAt } from '../../../platform/web/ui/saved-at.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { openProblem } from '../../barriers/web/index.ts'
import type { AssessmentView, DomainView, PreviousRating, RatingView } from '../contract/assessment.ts'
import { assessmentEndpoints } from '../contract/endpoints.ts'
import { domainChange } from '../rules/change.ts'
import { ChangeWords } from './change-words.tsx'
import { RatingFields } from './rating-fields.tsx'
import { inputOf, rowLabels, valuesOf, wordsOf, type RatingValues } from './rating-values.ts'
import { Section87Notice } from './section87-notice.tsx'
import { useKeepSaved } from './use-assessment.ts'
import { useRowSaver } from './use-row-saver.ts'

interface DomainRowProps {
  caseId: string
  assessment: AssessmentView
  domain: DomainView
  /** Null: the whole family. */
  personId: string | null
  rating: RatingView | undefined
  ghost: PreviousRating | undefined
  previousScale: AssessmentView['scale']
}

const skips = [
  { value: 'notDiscussed', label: 'nicht besprochen' },
  { value: 'unknown', label: 'nicht bekannt' },
] as const

/** One life domain of an open assessment. Every change is saved by itself. */
export function DomainRow(props: DomainRowProps): ReactElement {
  const { assessment, domain, ghost, previousScale, rating } = props
  const id = useId()
  const [saver, state] = useSavedRating(props)
  const { values, conflict } = state
  const change = (part: Partial<RatingValues>, delayMs = 0) => saver.change(part, delayMs)
  const moved = domainChange(
    { rating: ghost, scale: previousScale },
    { rating: inputOf(values), scale: assessment.scale },
  )
  return (
    <section className="assess-row" aria-labelledby={`${id}-title`}>
      <header className="assess-row__header">
        <h3 className="kern-title kern-title--small" id={`${id}-title`}>
          {domain.label}
        </h3>
        {domain.definition && <Why label="Was gehört dazu?">{domain.definition}</Why>}
        {ghost && moved && moved !== 'missing' && <ChangeWords change={moved} />}
        <SavedAt at={state.savedAt} saving={state.saving} />
        {rating?.id && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Hürde melden: ${domain.label}`}
            onClick={() => openProblem({ caseId: props.caseId, origin: 'rating', originId: rating.id! })}
          >
            Hürde melden
          </Button>
        )}
      </header>
      {domain.section87 && <Section87Notice />}
      {domain.noReligionYet && (
        <Notice title="Noch keine Angaben zur Religion" source="Art. 9 DSGVO">
          Dafür ist in diesem Fall keine Rechtsgrundlage vermerkt.
        </Notice>
      )}
      <Chips
        id={`${id}-state`}
        label={`${domain.label}: nicht besprochen oder nicht bekannt`}
        hideLabel
        options={skips}
        value={values.state === 'rated' ? '' : values.state}
        onChange={(skip) => change({ state: skip === '' ? 'rated' : skip })}
      />
      <RatingFields
        id={id}
        scale={assessment.scale}
        values={values}
        ghost={ghost}
        previousScale={previousScale}
        onChange={change}
        error={state.error}
      />
      <ProblemAlert error={state.error} onRetry={() => void saver.flush()} />
      {conflict && (
        <ConflictNotice
          conflict={conflict}
          mine={wordsOf(values, assessment.scale)}
          labels={rowLabels}
          fromCurrent={(current) => wordsOf(valuesOf(current as RatingView), assessment.scale)}
          onKeepMine={() => saver.keepMine((conflict.current as RatingView).version)}
          onTakeCurrent={() => {
            const current = conflict.current as RatingView
            saver.takeCurrent(valuesOf(current), current.version)
          }}
        />
      )}
    </section>
  )
}

function useSavedRating({ caseId, assessment, domain, personId, rating }: DomainRowProps) {
  const keep = useKeepSaved(caseId)
  return useRowSaver<RatingValues>({
    key: `${assessment.id}:${domain.key}:${personId ?? 'family'}`,
    values: valuesOf(rating),
    version: rating?.version ?? 0,
    save: async (values, version) => {
      const saved = await call(assessmentEndpoints.rate, {
        params: { id: assessment.id, lifeDomain: domain.key },
        query: personId === null ? {} : { personId },
        body: inputOf(values),
        ifMatch: version,
      })
      keep.rating(assessment.id, saved)
      return saved
    },
  })
}
