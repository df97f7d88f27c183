import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { GateMark } from '../contract/marks.ts'
import type { ProblemView } from '../contract/problems.ts'
import { GateMarks } from './gate-marks.tsx'
import type { ProblemFormProps } from './problem-card.tsx'

const labels = {
  situation: 'Was macht den Fall schwierig?',
  interplay: 'Wie hängen die Stellen zusammen?',
  question: 'Was muss entschieden werden?',
} as const

/** The joint preparation of a case (R082): who works it and the coordinator who was called in write one text. */
export function Preparation({
  problem,
  writing,
  onWriting,
  onChanged,
}: {
  problem: ProblemView
  writing: boolean
  onWriting: (writing: boolean) => void
  onChanged: () => void
}): ReactElement | null {
  const { preparation } = problem
  const mayWrite = problem.can.includes('prepare')
  if (preparation === null && !mayWrite) return null
  const close = () => onWriting(false)
  return (
    <section aria-label="Gemeinsame Fallaufbereitung" className="lt-stack">
      <h4 className="kern-heading-small">Gemeinsame Fallaufbereitung</h4>
      {writing ? (
        <PreparationForm
          key={preparation?.version ?? 0}
          problem={problem}
          onCancel={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      ) : (
        <>
          {preparation === null ? (
            <p className="kern-body">
              Fallmanagement und Koordination schreiben hier gemeinsam auf, wie der Fall zusammenhängt. Ohne
              Namen: Beide lesen diesen Text, mehr aus dem Fall sieht die Koordination nur mit Freigabe.
            </p>
          ) : (
            <>
              <DescriptionList
                stacked
                items={(Object.keys(labels) as (keyof typeof labels)[]).flatMap((field) => {
                  const value = preparation[field]
                  return value ? [{ term: labels[field], value }] : []
                })}
              />
              <p className="kern-body--small">
                Zuletzt geschrieben am {formatDate(preparation.on)}
                {preparation.by && ` von ${preparation.by}`}
              </p>
            </>
          )}
          {mayWrite && (
            <div className="lt-actions">
              <Button icon="edit" onClick={() => onWriting(true)}>
                {preparation === null ? 'Aufbereitung schreiben' : 'Aufbereitung ändern'}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

const Words = z.object({
  situation: z.string().max(4000),
  interplay: z.string().max(4000),
  question: z.string().max(2000),
})
const wordsOf = ({ preparation }: ProblemView) => ({
  situation: preparation?.situation ?? '',
  interplay: preparation?.interplay ?? '',
  question: preparation?.question ?? '',
})

function PreparationForm({ problem, onDone, onCancel }: ProblemFormProps): ReactElement {
  const [accepted, setAccepted] = useState<string[]>([])
  const [marks, setMarks] = useState<readonly GateMark[]>([])
  const params = { id: problem.id }
  const form = useForm({
    schema: Words,
    initial: wordsOf(problem),
    version: problem.preparation?.version ?? 0,
    draftKey: `preparation:${problem.id}`,
    submit: async (words, { ifMatch }) => {
      const body = { ...words, accepted }
      setMarks((await call(problemEndpoints.checkPreparation, { params, body })).marks)
      await call(problemEndpoints.prepare, { params, body, ifMatch: ifMatch ?? 0 })
      toast('Fallaufbereitung gespeichert. Fallmanagement und Koordination lesen sie.')
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action="Aufbereitung speichern"
      labels={labels}
      fromCurrent={(current) => wordsOf(current as ProblemView)}
      onCancel={onCancel}
    >
      <TextArea
        label={labels.situation}
        hint="Ohne Namen, Orte und Daten. Lotse prüft den Text wie an der Schleuse."
        rows={4}
        maxLength={4000}
        {...form.field('situation')}
      />
      <TextArea
        label={labels.interplay}
        hint="Welche Rechtskreise und Stellen, in welcher Reihenfolge, wo es hakt."
        rows={4}
        maxLength={4000}
        {...form.field('interplay')}
      />
      <TextArea label={labels.question} rows={2} maxLength={2000} {...form.field('question')} />
      <GateMarks marks={marks} accepted={accepted} onAccept={setAccepted} />
    </Form>
  )
}
