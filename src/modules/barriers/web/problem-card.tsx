import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { barrierKindLabels } from '../../structure/index.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemView } from '../contract/problems.ts'
import { ArrangementForm } from './arrangement-form.tsx'
import { AnswerForm, LevelForm, StateForm } from './problem-move-forms.tsx'
import { GateForm } from './gate-form.tsx'
import { GateTextForm } from './gate-text-form.tsx'
import { OwnBarrierCard } from './own-barrier.tsx'
import { Preparation } from './preparation.tsx'
import { ProblemEditor } from './problem-editor.tsx'
import { ProblemFacts } from './problem-facts.tsx'
import { standing, standingTone } from './problem-words.ts'

type Mode = 'prepare' | 'change' | 'level' | 'state' | 'arrange' | 'report' | 'add' | 'answer'
export interface ProblemFormProps {
  problem: ProblemView
  onDone: () => void
  onCancel: () => void
}

/** One problem of the case: what it is, what can be done, and where it went. */
export function ProblemCard({
  problem,
  onChanged,
}: {
  problem: ProblemView
  onChanged: () => void
}): ReactElement {
  const [mode, setMode] = useState<Mode>()
  const [error, setError] = useState<unknown>()
  const close = () => setMode(undefined)
  const done = () => {
    close()
    onChanged()
  }
  const callIn = async () => {
    try {
      await call(problemEndpoints.call, { params: { id: problem.id }, body: {}, ifMatch: problem.version })
      toast('Die Koordination ist eingeschaltet. Sie sieht die Angaben, nicht Ihren Text.')
      onChanged()
    } catch (problemOfCall) {
      setError(problemOfCall)
    }
  }
  const form = { problem, onDone: done, onCancel: close }
  return (
    <Card
      level={3}
      title={problem.text?.title ?? barrierKindLabels[problem.kind]}
      end={<Badge tone={standingTone(problem)}>{standing(problem)}</Badge>}
    >
      <div className="lt-stack">
        <ProblemAlert error={error} />
        {mode === 'change' ? (
          <ProblemEditor {...form} />
        ) : (
          <ProblemFacts problem={problem} onChanged={onChanged} />
        )}
        <Preparation
          problem={problem}
          writing={mode === 'prepare'}
          onWriting={(writing) => setMode(writing ? 'prepare' : undefined)}
          onChanged={onChanged}
        />
        {problem.barrier && (
          <OwnBarrierCard problem={problem} barrier={problem.barrier} onChanged={onChanged} />
        )}
        {mode === 'level' && <LevelForm {...form} />}
        {mode === 'state' && <StateForm {...form} />}
        {mode === 'arrange' && <ArrangementForm {...form} />}
        {mode === 'report' && <GateForm {...form} />}
        {mode === 'add' && <GateTextForm {...form} what="add" />}
        {mode === 'answer' && <AnswerForm {...form} />}
        {mode === undefined && <Actions problem={problem} onMode={setMode} onCall={() => void callIn()} />}
      </div>
    </Card>
  )
}

interface ActionsProps {
  problem: ProblemView
  onMode: (mode: Mode) => void
  onCall: () => void
}

/** The likely next step first. */
function Actions({ problem, onMode, onCall }: ActionsProps): ReactElement | null {
  const { can, level } = problem
  if (can.length === 0) return null
  const button = (action: ProblemView['can'][number], mode: Mode, label: string, primary = false) =>
    can.includes(action) && (
      <Button variant={primary ? 'primary' : 'secondary'} onClick={() => onMode(mode)}>
        {label}
      </Button>
    )
  return (
    <div className="lt-actions">
      {button('report', 'report', 'An die Strukturebene melden', level >= 3)}
      {button('answer', 'answer', 'Antworten', true)}
      {button('arrange', 'arrange', 'Absprache festhalten', level === 2)}
      {can.includes('call') && <Button onClick={onCall}>Koordination einschalten</Button>}
      {button('level', 'level', 'Einschätzung ändern')}
      {button('add', 'add', 'Nachtragen')}
      {button('change', 'change', 'Ändern')}
      {button('close', 'state', 'Abschließen')}
      {button('reopen', 'state', 'Wieder öffnen')}
    </div>
  )
}
