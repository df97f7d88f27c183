import { useEffect, useRef, useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import { responsibleLabels } from '../contract/codes.ts'
import type { Plan, PlanGoal } from '../contract/plan.ts'
import { AgreementPaper } from './agreement-paper.tsx'
import { LanguageSelect, useTextLanguage } from './language-select.tsx'
import { useAgreementDocument } from './use-agreement-document.ts'
import { firstShown, PREVIEW } from './versions.ts'

interface ShareViewProps {
  plan: Plan
  onClose: () => void
}

/**
 * For looking at it together: goals and agreement in large type over the whole screen. No navigation, no other case,
 * nothing to change by accident. Escape or the button closes it.
 */
export function ShareView({ plan, onClose }: ShareViewProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const [page, setPage] = useState<'goals' | 'agreement'>('goals')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="plan-share"
      aria-label="Plan und Vereinbarung zum gemeinsamen Ansehen"
      onClose={onClose}
    >
      <div className="lt-actions plan-share__bar">
        <Button aria-pressed={page === 'goals'} onClick={() => setPage('goals')}>
          Ziele
        </Button>
        <Button aria-pressed={page === 'agreement'} onClick={() => setPage('agreement')}>
          Vereinbarung
        </Button>
        <Button variant="tertiary" icon="close" onClick={() => dialog.current?.close()}>
          Ansicht schließen
        </Button>
      </div>
      {page === 'goals' ? <SharedGoals plan={plan} /> : <SharedAgreement plan={plan} />}
    </dialog>
  )
}

function SharedGoals({ plan }: { plan: Plan }): ReactElement {
  const open = plan.goals.filter((goal) => goal.state === 'open')
  return (
    <>
      <h2 className="plan-share__title">Ihre Ziele</h2>
      {open.length === 0 && <p>Es ist noch kein Ziel aufgeschrieben.</p>}
      <ol className="plan-share__goals">
        {open.map((goal) => (
          <SharedGoal key={goal.id} goal={goal} />
        ))}
      </ol>
    </>
  )
}

function SharedGoal({ goal }: { goal: PlanGoal }): ReactElement {
  const steps = goal.steps.filter((step) => step.state !== 'dropped' && step.text !== null)
  return (
    <li>
      <p className="plan-wording">{goal.text?.wording}</p>
      {goal.text?.clientWording && (
        <p className="plan-wording" dir="auto" lang={goal.text.clientLanguage ?? undefined}>
          {goal.text.clientWording}
        </p>
      )}
      {steps.length > 0 && (
        <ul>
          {steps.map((step) => (
            <li key={step.id}>
              {step.state === 'done' && '✓ '}
              {step.responsible === 'client' ? 'Sie' : responsibleLabels[step.responsible]}:{' '}
              {step.text?.wording}
              {step.dueOn && (
                <>
                  {' (bis '}
                  <Day at={step.dueOn} />)
                </>
              )}
              {step.text?.clientWording && <p dir="auto">{step.text.clientWording}</p>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function SharedAgreement({ plan }: { plan: Plan }): ReactElement {
  const shown = firstShown(plan)
  return shown === PREVIEW ? <PreviewPaper plan={plan} /> : <VersionPaper plan={plan} id={shown} />
}

function PreviewPaper({ plan }: { plan: Plan }): ReactElement {
  const [language, setLanguage] = useTextLanguage(plan)
  const { document, error } = useAgreementDocument(plan, undefined, language || null)
  return (
    <>
      <LanguageSelect id="plan-share-language" value={language} onChange={setLanguage} />
      <ProblemAlert error={error} />
      {document && <AgreementPaper document={document} level={2} />}
    </>
  )
}

function VersionPaper({ plan, id }: { plan: Plan; id: string }): ReactElement {
  const view = useView(agreementEndpoints.read, { params: { id } })
  const { document, error } = useAgreementDocument(plan, view.data, null)
  return (
    <>
      <ProblemAlert error={view.error ?? error} />
      {view.data && document && <AgreementPaper document={document} level={2} />}
    </>
  )
}
