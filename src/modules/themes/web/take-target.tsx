import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { agreementEndpoints, paperEndpoints } from '../../solutions/index.ts'
import { mostStations } from '../contract/reconstructions.ts'
import { chainOfAgreement, chainOfPaper, type ProposedStep } from '../rules/target-chain.ts'
import { TargetProposals } from './target-proposals.tsx'
import type { Workspace } from './workspace-values.ts'

/** The target chain from what was agreed: the procedure of an interface paper, or a cooperation agreement. */
export function TakeTarget({ form }: { form: FormHandle<Workspace> }): ReactElement | null {
  const { rights } = useApp().session
  return rights.has('paper.read') && rights.has('agreementRegister.read') ? <Choice form={form} /> : null
}

function Choice({ form }: { form: FormHandle<Workspace> }): ReactElement {
  const papers = useView(paperEndpoints.list)
  const register = useView(agreementEndpoints.register)
  const [chosen, setChosen] = useState('')
  const [error, setError] = useState<unknown>()
  const [proposed, setProposed] = useState<readonly ProposedStep[]>()
  const agreements = register.data?.agreements.filter(({ id }) => id !== null) ?? []
  const options = [
    ...(papers.data?.rows ?? []).map((row) => ({
      value: row.versionId,
      label: row.title,
      hint: 'Schnittstellenpapier',
    })),
    ...agreements.map((row) => ({ value: row.id!, label: row.title, hint: row.typeLabel })),
  ]
  const room = mostStations - form.values.targetChain.length
  const propose = async () => {
    setError(undefined)
    try {
      const agreement = agreements.find(({ id }) => id === chosen)
      const steps = agreement
        ? chainOfAgreement(agreement)
        : chainOfPaper(await call(paperEndpoints.read, { params: { id: chosen } }))
      if (steps.length === 0) toast('Dort steht noch kein Ablauf.')
      else setProposed(steps)
    } catch (problem) {
      setError(problem)
    }
  }
  const take = (steps: Workspace['targetChain']) => {
    form.set('targetChain', [...form.values.targetChain, ...steps])
    setProposed(undefined)
    const count = steps.length === 1 ? '1 Schritt' : `${steps.length} Schritte`
    toast(`${count} übernommen. Ergänzen Sie die Wartezeiten.`)
  }
  return (
    <div className="lt-stack">
      <ProblemAlert error={error ?? papers.error ?? register.error} />
      <div className="lt-form__row">
        <Combobox
          id="take-target"
          name="takeTarget"
          label="Aus einem Papier oder einer Vereinbarung"
          options={options}
          value={chosen}
          onChange={setChosen}
          error={undefined}
        />
        <div className="lt-actions">
          <Button
            {...(chosen === ''
              ? {
                  disabled: true,
                  disabledReason: 'Bitte wählen Sie zuerst das Papier oder die Vereinbarung.',
                }
              : {})}
            onClick={() => void propose()}
          >
            Schritte ansehen
          </Button>
        </div>
      </div>
      {proposed && (
        <TargetProposals
          proposed={proposed}
          room={room}
          onTake={take}
          onCancel={() => setProposed(undefined)}
        />
      )}
    </div>
  )
}
