import { useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import type { AssessmentView } from '../contract/assessment.ts'
import { assessmentKindLabels } from '../contract/codes.ts'
import { isAnswered } from '../rules/rating.ts'

interface DiscardButtonProps {
  assessment: AssessmentView
  busy: boolean
  onDiscard: () => void
}

/** For an assessment begun by mistake; says first what goes with it. */
export function DiscardButton({ assessment, busy, onDiscard }: DiscardButtonProps): ReactElement {
  const [asking, setAsking] = useState(false)
  const kind = assessmentKindLabels[assessment.kind]
  const answered = assessment.ratings.filter((rating) => isAnswered(rating)).length
  return (
    <>
      <Button size="small" variant="tertiary" icon="trash" onClick={() => setAsking(true)}>
        {`${kind} verwerfen`}
      </Button>
      <ConfirmDialog
        open={asking}
        title={`${kind} verwerfen?`}
        confirm={`${kind} verwerfen`}
        danger
        busy={busy}
        onConfirm={() => {
          setAsking(false)
          onDiscard()
        }}
        onCancel={() => setAsking(false)}
      >
        <p className="kern-body">
          {answered === 0
            ? 'Es ist noch nichts beantwortet. Der Fall steht danach wieder so da wie vor dem Beginn.'
            : `${answered === 1 ? 'Eine Antwort geht' : `${answered} Antworten gehen`} mit allen Notizen dazu verloren. Das lässt sich nicht zurücknehmen.`}
        </p>
      </ConfirmDialog>
    </>
  )
}
