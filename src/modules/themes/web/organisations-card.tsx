import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { viewStateLabels } from '../../structure/index.ts'
import { themeOrganisationStateLabels } from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { SpelledOnly, whereFound } from './spelled-only.tsx'
import { useRefreshTheme } from './use-refresh-theme.ts'

type Named = ThemeView['organisations'][number]
type To = Exclude<Named['state'], 'named'>
const actions: Readonly<Record<To, string>> = {
  asked: 'Frage festhalten',
  answered: 'Antwort festhalten',
  declined: 'Möchte sich nicht äußern',
  noAnswer: 'Keine Antwort festhalten',
  omitted: 'Im Thema nicht nennen',
}
const nextOf: Readonly<Record<Named['state'], readonly To[]>> = {
  named: ['asked', 'omitted'],
  asked: ['answered', 'declined', 'noAnswer'],
  noAnswer: ['answered', 'declined'],
  answered: [],
  declined: [],
  omitted: ['asked'],
}
const tones = {
  named: 'warning',
  asked: 'neutral',
  answered: 'success',
  declined: 'neutral',
  noAnswer: 'neutral',
  omitted: 'neutral',
} as const
/** Questions that need words: what the answer says, or why the theme leaves an office out. */
const wordsOf: Partial<Record<To, { label: string; hint: string }>> = {
  answered: { label: 'Antwort', hint: 'Die Sicht der Stelle, ohne Namen.' },
  omitted: {
    label: 'Warum nennt das Thema diese Stelle nicht?',
    hint: 'Gremien erfahren dann nur Art und Rechtskreis. Eine Hürde nennt die Stelle weiterhin.',
  },
}

/** Organisations the theme names: each is asked for its view before the theme is presented. */
export function OrganisationsCard({ theme }: { theme: ThemeView }): ReactElement {
  const [step, setStep] = useState<{ named: Named; to: To }>()
  const [adding, setAdding] = useState(false)
  const writes = theme.can.includes('change')
  const { organisations } = theme
  const [error, setError] = useState<unknown>()
  const refresh = useRefreshTheme()
  const drop = async ({ organisationId, name }: Named) => {
    setError(undefined)
    try {
      await call(themeEndpoints.dropOrganisation, { params: { id: theme.id, organisationId } })
      toast(`${name} wird nicht mehr genannt`)
      await refresh()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Card
      title="Was die genannten Stellen sagen"
      end={
        writes && (
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            Stelle nennen
          </Button>
        )
      }
    >
      {organisations.length === 0 && theme.spelled.length === 0 && (
        <p className="kern-body">
          Weder das Thema noch eine seiner Hürden nennt eine Stelle. Nennt eine davon eine Stelle, wird sie
          vor der Vorlage nach ihrer Sicht gefragt.
        </p>
      )}
      <ProblemAlert error={error} />
      <SpelledOnly theme={theme} writes={writes} />
      <ul className="theme-plain">
        {organisations.map((named) => (
          <li key={named.organisationId}>
            <Standing named={named} />
            {writes && (
              <div className="lt-actions theme-print-hidden">
                {nextOf[named.state].map((to) => (
                  <Button
                    key={to}
                    size="small"
                    aria-label={`${actions[to]}: ${named.name}`}
                    onClick={() => setStep({ named, to })}
                  >
                    {actions[to]}
                  </Button>
                ))}
                {named.state === 'named' && !named.inEvidence && (
                  <Button
                    size="small"
                    variant="tertiary"
                    aria-label={`Nennung zurücknehmen: ${named.name}`}
                    onClick={() => void drop(named)}
                  >
                    Nennung zurücknehmen
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={step !== undefined}
        onClose={() => setStep(undefined)}
        title={step ? actions[step.to] : ''}
      >
        {step && (
          <StepForm
            key={step.named.organisationId + step.to}
            theme={theme}
            {...step}
            onDone={() => setStep(undefined)}
          />
        )}
      </Dialog>
      <Dialog open={adding} onClose={() => setAdding(false)} title="Stelle nennen">
        {adding && <NameForm theme={theme} onDone={() => setAdding(false)} />}
      </Dialog>
    </Card>
  )
}

/** How an office stands: asked here or at a barrier, what it said, or why the theme leaves it out. */
function Standing({ named }: { named: Named }): ReactElement {
  return (
    <>
      <strong>{named.name}</strong>{' '}
      <Badge tone={tones[named.state]}>{themeOrganisationStateLabels[named.state]}</Badge>
      <span className="kern-body--small">
        {named.askedOn && (
          <>
            {' '}
            gefragt am <Day at={named.askedOn} />
          </>
        )}
        {named.inEvidence && ' · in einer Hürde genannt'}
      </span>
      {named.foundIn.length > 0 && (
        <div className="kern-body--small">Der Text nennt sie schon: {whereFound(named.foundIn)}</div>
      )}
      {named.answer && <div className="theme-words">{named.answer}</div>}
      {named.reason && <div className="theme-words">Nicht genannt, weil: {named.reason}</div>}
      {named.views.map((view) => (
        <div key={view.barrierId + view.askedOn} className="kern-body--small">
          Bei der Hürde{' '}
          <Link to="/huerden/$id" params={{ id: view.barrierId }}>
            {view.title}
          </Link>
          : {viewStateLabels[view.state]}, gefragt am <Day at={view.askedOn} />
          {view.answer && <div className="theme-words">{view.answer}</div>}
        </div>
      ))}
    </>
  )
}

const Step = z.object({
  on: z.iso.date('Bitte geben Sie ein gültiges Datum ein.'),
  answer: z.string().max(4000),
  // Only the server says what is wrong with the step itself.
  state: z.string(),
})

function StepForm({
  theme,
  named,
  to,
  onDone,
}: {
  theme: ThemeView
  named: Named
  to: To
  onDone: () => void
}): ReactElement {
  const refresh = useRefreshTheme()
  const words = wordsOf[to]
  const form = useForm({
    schema: Step,
    initial: { on: today(), answer: '', state: to },
    submit: async ({ on, answer }) => {
      const params = { id: theme.id, organisationId: named.organisationId }
      const body = { state: to, on, ...(wordsOf[to] && { answer }) }
      await call(themeEndpoints.askOrganisation, { params, body, ifMatch: named.version })
      toast(`${named.name}: ${themeOrganisationStateLabels[to]}`)
      await refresh()
      onDone()
    },
  })
  return (
    <Form
      form={form}
      action={actions[to]}
      labels={{ on: 'Am', answer: words?.label ?? 'Antwort' }}
      onCancel={onDone}
    >
      <p className="kern-body">{named.name}</p>
      {to !== 'omitted' && <DateField label="Am" required {...form.field('on')} />}
      {words && <TextArea {...words} rows={4} required {...form.field('answer')} />}
    </Form>
  )
}

function NameForm({ theme, onDone }: { theme: ThemeView; onDone: () => void }): ReactElement {
  const refresh = useRefreshTheme()
  const options = useView(themeEndpoints.options)
  const form = useForm({
    schema: z.object({ organisationId: z.string().min(1, 'Bitte wählen Sie die Stelle.') }),
    initial: { organisationId: '' },
    submit: async (body, { idempotencyKey }) => {
      await call(themeEndpoints.nameOrganisation, { params: { id: theme.id }, body, idempotencyKey })
      toast('Stelle genannt')
      await refresh()
      onDone()
    },
  })
  const taken = new Set(theme.organisations.map((one) => one.organisationId))
  return (
    <Form form={form} action="Stelle nennen" labels={{ organisationId: 'Stelle' }} onCancel={onDone}>
      <Combobox
        label="Stelle"
        required
        options={(options.data?.organisations ?? [])
          .filter(({ id }) => !taken.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('organisationId')}
      />
    </Form>
  )
}
