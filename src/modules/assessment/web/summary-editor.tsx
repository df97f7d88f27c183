import { useMemo, useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { ConflictNotice } from '../../../platform/web/forms/conflict-notice.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { SavedAt } from '../../../platform/web/ui/saved-at.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import type { AssessmentScreen, AssessmentView, SummaryView } from '../contract/assessment.ts'
import { assessmentEndpoints } from '../contract/endpoints.ts'
import { summarise } from '../rules/summarise.ts'
import { SummaryText } from './summary-text.tsx'
import { useKeepSaved } from './use-assessment.ts'
import { useRowSaver } from './use-row-saver.ts'

interface SummaryEditorProps {
  screen: AssessmentScreen
  assessment: AssessmentView
}

interface Values {
  content: string | null
}

/** The summary writes itself until somebody edits it; from then on it is that person's text. */
export function SummaryEditor({ screen, assessment }: SummaryEditorProps): ReactElement {
  const own = useMemo(() => ({ content: assessment.summary.content }), [assessment.summary.content])
  const [saver, state] = useSavedSummary(screen.caseId, assessment, own)
  const [editing, setEditing] = useState(false)
  const { content } = state.values
  const written = () => summarise({ ...screen, ...assessment }).join('\n\n')
  const { conflict } = state
  return (
    <Card title="Zusammenfassung" end={<SavedAt at={state.savedAt} saving={state.saving} />}>
      <div className="lt-stack">
        {editing ? (
          <TextArea
            id="assessment-summary"
            label="Zusammenfassung"
            hideLabel
            rows={6}
            maxLength={8000}
            value={content ?? ''}
            onChange={(text) => saver.change({ content: text }, 900)}
          />
        ) : (
          <SummaryText screen={screen} assessment={assessment} content={content} />
        )}
        {assessment.summary.withheld === null && (
          <div className="lt-actions">
            {editing ? (
              <Button size="small" onClick={() => void saver.flush().then(() => setEditing(false))}>
                Bearbeiten beenden
              </Button>
            ) : (
              <Button
                size="small"
                icon="edit"
                onClick={() => {
                  if (content === null) saver.change({ content: written() }, 900)
                  setEditing(true)
                }}
              >
                Text bearbeiten
              </Button>
            )}
            {content !== null && (
              <Button
                size="small"
                variant="tertiary"
                onClick={() => {
                  setEditing(false)
                  saver.change({ content: null }, 0)
                }}
              >
                Wieder aus den Antworten schreiben lassen
              </Button>
            )}
          </div>
        )}
        <ProblemAlert error={state.error} onRetry={() => void saver.flush()} />
        {conflict && (
          <ConflictNotice<Values>
            conflict={conflict}
            mine={state.values}
            labels={{ content: 'Zusammenfassung' }}
            onKeepMine={() => saver.keepMine((conflict.current as SummaryView).version)}
            onTakeCurrent={({ content: text }) =>
              saver.takeCurrent({ content: text }, (conflict.current as SummaryView).version)
            }
          />
        )}
      </div>
    </Card>
  )
}

function useSavedSummary(caseId: string, assessment: AssessmentView, values: Values) {
  const keep = useKeepSaved(caseId)
  return useRowSaver<Values>({
    key: `${assessment.id}:summary`,
    values,
    version: assessment.summary.version,
    save: async ({ content }, version) => {
      const saved = await call(assessmentEndpoints.summarise, {
        params: { id: assessment.id },
        body: { content },
        ifMatch: version,
      })
      keep.summary(assessment.id, saved)
      return saved
    },
  })
}
