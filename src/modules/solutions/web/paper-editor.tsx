import type { ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { sectionLabels, sections } from '../contract/codes.ts'
import { LegalDomain, legalDomainLabels } from '../../structure/index.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView, SolutionOptions } from '../contract/papers.ts'
import { emptyPaper, newParty, paperLabels, partyLabels, PaperValues, valuesOf } from './paper-values.ts'

interface EditorProps {
  /** The draft being changed; absent for a new paper. */
  editing?: PaperView
  /** The theme a new one answers. */
  themeId?: string | undefined
  onDone: (paper: PaperView) => void
  onCancel: () => void
}

/** Saving keeps a draft; the parties are asked in a step of its own. */
export function PaperEditor(props: EditorProps): ReactElement {
  const view = useView(paperEndpoints.options)
  if (!view.data) {
    return view.error ? <ProblemAlert error={view.error} onRetry={() => void view.refetch()} /> : <Loading />
  }
  return <Editor {...props} options={view.data} />
}

function Editor({ editing, themeId, onDone, onCancel, options }: EditorProps & { options: SolutionOptions }) {
  const form = useForm({
    schema: PaperValues,
    initial: editing ? valuesOf(editing) : emptyPaper,
    version: editing?.version,
    draftKey: editing ? `paper:${editing.id}` : themeId ? `paper:new:${themeId}` : 'paper:new',
    submit: async (body, { idempotencyKey, ifMatch }) => {
      const saved = await (editing
        ? call(paperEndpoints.change, { params: { id: editing.id }, body, ifMatch: ifMatch! })
        : call(paperEndpoints.draft, { body: { ...body, themeId: themeId ?? null }, idempotencyKey }))
      toast('Entwurf gespeichert')
      onDone(saved)
    },
  })
  return (
    <Form
      form={form}
      action="Entwurf speichern"
      labels={paperLabels}
      fromCurrent={(current) => valuesOf(current as PaperView)}
      onCancel={onCancel}
    >
      <TextField label="Titel" required maxLength={200} {...form.field('title')} />
      {editing && editing.number > 1 && (
        <TextArea
          label={paperLabels['changeNote']!}
          rows={2}
          maxLength={1000}
          {...form.field('changeNote')}
        />
      )}
      <ComboboxMany
        label="Rechtskreise"
        hint="Welche Rechtskreise das Papier verbindet."
        options={LegalDomain.options.map((value) => ({ value, label: legalDomainLabels[value] }))}
        {...form.field('legalDomains')}
        onChange={(keys) => form.set('legalDomains', keys as PaperValues['legalDomains'])}
      />
      <Parties form={form} options={options} />
      {sections.map((section) => (
        <TextArea
          key={section}
          label={sectionLabels[section]}
          rows={4}
          maxLength={6000}
          {...form.field(`sections.${section}`)}
        />
      ))}
      <div className="lt-form__row">
        <DateField label="Überprüfung am" {...form.field('reviewOn')} />
        <DateField label="Gültig bis (leer: unbefristet)" {...form.field('validUntil')} />
      </div>
    </Form>
  )
}

function Parties({
  form,
  options,
}: {
  form: FormHandle<PaperValues>
  options: SolutionOptions
}): ReactElement {
  const { id, value, error } = form.field('parties')
  return (
    <FieldSet
      id={id}
      label="Parteien und Ansprechstellen"
      hint="Nennen Sie Funktionen statt Namen: Personen wechseln, das Papier bleibt."
      error={typeof error === 'string' ? error : undefined}
      role="group"
    >
      <div className="lt-stack">
        {value.map((_, index) => (
          <Party
            key={index}
            form={form}
            options={options}
            index={index}
            onRemove={() =>
              form.set(
                'parties',
                value.filter((_one, at) => at !== index),
              )
            }
          />
        ))}
        <div className="lt-actions">
          <Button size="small" icon="add" onClick={() => form.set('parties', [...value, newParty])}>
            Partei hinzufügen
          </Button>
        </div>
      </div>
    </FieldSet>
  )
}

interface PartyProps {
  form: FormHandle<PaperValues>
  options: SolutionOptions
  index: number
  onRemove: () => void
}

function Party({ form, options, index, onRemove }: PartyProps): ReactElement {
  const at = `parties.${index}` as const
  const organisation = form.field(`${at}.organisationId`)
  const units = options.organisations.find((one) => one.id === organisation.value)?.units ?? []
  const which = `, Partei ${index + 1}`
  return (
    <div className="lt-stack solutions-party">
      <div className="lt-form__row">
        <Combobox
          {...organisation}
          label={partyLabels.organisationId + which}
          options={options.organisations.map((one) => ({ value: one.id, label: one.label }))}
          onChange={(value) => {
            form.set(`${at}.organisationId`, value)
            form.set(`${at}.unitId`, '')
          }}
        />
        {units.length > 0 && (
          <Select
            label={partyLabels.unitId + which}
            empty="Die Stelle als Ganzes"
            options={units.map((one) => ({ value: one.id, label: one.label }))}
            {...form.field(`${at}.unitId`)}
          />
        )}
      </div>
      <div className="lt-form__row">
        <TextField label={partyLabels.contactFunction + which} {...form.field(`${at}.contactFunction`)} />
        <TextField label={partyLabels.contactReach + which} {...form.field(`${at}.contactReach`)} />
      </div>
      <div className="lt-actions">
        <Button size="small" variant="tertiary" icon="trash" onClick={onRemove}>
          Partei {index + 1} entfernen
        </Button>
      </div>
    </div>
  )
}
