import { useState, type ReactElement } from 'react'
import { createPortal } from 'react-dom'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import type { ProposedStep } from '../rules/target-chain.ts'
import type { Workspace } from './workspace-values.ts'

interface Edited {
  readonly taken: boolean
  readonly label: string
  readonly organisation: string
}

interface TargetProposalsProps {
  proposed: readonly ProposedStep[]
  /** How many more steps the chain holds. */
  room: number
  onTake: (steps: Workspace['targetChain']) => void
  onCancel: () => void
}

/** What a paper says about the procedure, step by step: put right and chosen before the target chain takes it. */
export function TargetProposals({ proposed, room, onTake, onCancel }: TargetProposalsProps): ReactElement {
  const [steps, setSteps] = useState<readonly Edited[]>(() =>
    proposed.map(({ label, organisation }) => ({ taken: true, label, organisation: organisation ?? '' })),
  )
  const edit = (at: number, change: Partial<Edited>) =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, ...change } : step)))
  const taken = steps.flatMap((step, at) => (step.taken ? [{ step, at }] : []))
  const wordless = taken.some(({ step }) => step.label.trim() === '')
  const full = taken.length > room
  const reason = full
    ? `In den Ablauf passen noch ${room}. Bitte wählen Sie aus.`
    : wordless
      ? 'Ein gewählter Schritt hat keinen Text.'
      : taken.length === 0
        ? 'Bitte wählen Sie mindestens einen Schritt.'
        : undefined
  const take = () =>
    onTake(
      taken.map(({ step, at }) => ({
        label: step.label.trim(),
        organisation: step.organisation.trim(),
        legalDomain: proposed[at]!.legalDomain ?? '',
        waitingWeeks: '',
      })),
    )
  return createPortal(
    // Outside of the form it is opened from: Enter in a field here does not save that form, nor does Strg + Enter.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog
        open
        wide
        onClose={onCancel}
        title="Schritte prüfen und übernehmen"
        footer={
          <>
            <Button
              variant="primary"
              {...(reason === undefined ? {} : { disabled: true, disabledReason: reason })}
              onClick={take}
            >
              {taken.length === 1 ? '1 Schritt übernehmen' : `${taken.length} Schritte übernehmen`}
            </Button>
            <Button onClick={onCancel}>Abbrechen</Button>
          </>
        }
      >
        <div className="lt-stack">
          <p className="kern-body">
            So steht es dort. Kürzen Sie, was zu lang ist, und tragen Sie ein, welche Stelle den Schritt geht.
          </p>
          {full && <Alert tone="warning" title={`In den Ablauf passen noch ${room} Schritte.`} />}
          {proposed.map((one, at) => (
            <Step key={at} at={at} proposed={one} edited={steps[at]!} onEdit={(change) => edit(at, change)} />
          ))}
        </div>
      </Dialog>
    </div>,
    document.body,
  )
}

interface StepProps {
  at: number
  proposed: ProposedStep
  edited: Edited
  onEdit: (change: Partial<Edited>) => void
}

function Step({ at, proposed, edited, onEdit }: StepProps): ReactElement {
  const field = (key: string) => ({
    id: `target-${at}-${key}`,
    name: `target-${at}-${key}`,
    error: undefined,
  })
  return (
    <fieldset className="theme-station">
      <legend className="kern-label">
        {at + 1}. {proposed.part ?? 'Aus der Vereinbarung'}
      </legend>
      <div className="lt-stack">
        {proposed.label.endsWith('…') && <p className="kern-body--small theme-words">{proposed.original}</p>}
        <Checkbox
          label="Übernehmen"
          {...field('taken')}
          value={edited.taken}
          onChange={(taken) => onEdit({ taken })}
        />
        <TextArea
          label="Schritt"
          rows={2}
          maxLength={200}
          {...field('label')}
          value={edited.label}
          onChange={(label) => onEdit({ label })}
        />
        <TextField
          label="Stelle"
          maxLength={300}
          {...field('organisation')}
          value={edited.organisation}
          onChange={(organisation) => onEdit({ organisation })}
        />
      </div>
    </fieldset>
  )
}
