import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactElement, type ReactNode } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Chips, ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import { ComparisonAlike, comparisonAlikeLabels, StationMark, stationMarkLabels } from '../contract/codes.ts'
import { LegalDomain, legalDomainLabels } from '../../structure/index.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { methodSteps } from '../rules/reconstruction.ts'
import {
  bodyOf,
  emptyComparison,
  emptyStation,
  emptyTarget,
  moved,
  valuesOf,
  Workspace,
} from './workspace-values.ts'

type Handle = FormHandle<Workspace>
type List = 'stations' | 'comparisons' | 'targetChain'
const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }))
const legalDomains = optionsOf(LegalDomain.options, legalDomainLabels)

const labels = {
  title: 'Titel',
  situation: 'Ausgangslage',
  stations: 'Stationen',
  hypothesis: 'Vermutung',
  comparisons: 'Vergleich mit weiteren Fällen',
  targetChain: 'Ablauf künftig',
  participants: 'Teilnehmende',
  heldOn: 'Besprochen am',
  stepsDone: 'Erledigte Schritte',
}

/** The workspace of a reconstruction: what is typed is kept as a draft all the time and saved as one. */
export function WorkspaceForm({ view }: { view: ReconstructionView }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: Workspace,
    initial: valuesOf(view),
    version: view.version,
    draftKey: `reconstruction:${view.id}`,
    submit: async (values, { ifMatch }) => {
      const saved = await call(reconstructionEndpoints.change, {
        params: { id: view.id },
        body: bodyOf(values),
        ifMatch: ifMatch!,
      })
      toast('Rekonstruktion gespeichert')
      client.setQueryData(viewKey(reconstructionEndpoints.read, { params: { id: view.id } }), saved)
    },
  })
  return (
    <Form
      form={form}
      action="Rekonstruktion speichern"
      labels={labels}
      fromCurrent={(current) => valuesOf(current as ReconstructionView)}
    >
      <ChipsMany
        label="Schritte der Methode"
        hint="Tippen Sie an, was erledigt ist. Beschluss, Umsetzung und Wirkung folgen beim Thema."
        options={methodSteps.map((step, at) => ({ value: String(at + 1), label: `${at + 1} ${step}` }))}
        {...form.field('stepsDone')}
      />
      <TextField label={labels.title} required {...form.field('title')} />
      <TextArea label={labels.situation} rows={3} {...form.field('situation')} />
      <div className="lt-form__row">
        <TextField
          label={labels.participants}
          hint="Funktionen, keine Namen."
          {...form.field('participants')}
        />
        <DateField label={labels.heldOn} {...form.field('heldOn')} />
      </div>
      <Rows
        form={form}
        list="stations"
        heading="Stationen aus Sicht der Person"
        one="Station"
        empty={emptyStation}
      >
        {(at) => <StationFields form={form} at={at} />}
      </Rows>
      <TextArea
        label="Vermutung: Was hat die Struktur damit zu tun?"
        rows={3}
        {...form.field('hypothesis')}
      />
      <Rows
        form={form}
        list="comparisons"
        heading={labels.comparisons}
        one="Vergleich"
        empty={emptyComparison}
      >
        {(at) => <ComparisonFields form={form} at={at} />}
      </Rows>
      <Rows form={form} list="targetChain" heading="Ablauf künftig" one="Schritt" empty={emptyTarget}>
        {(at) => <TargetFields form={form} at={at} />}
      </Rows>
    </Form>
  )
}

interface RowsProps {
  form: Handle
  list: List
  heading: string
  one: string
  empty: Workspace[List][number]
  children: (at: number) => ReactNode
}

/** A list of groups of fields that are added, dropped and put in order with buttons, so by keys as well. */
function Rows({ form, list, heading, one, empty, children }: RowsProps): ReactElement {
  const rows = form.values[list] as readonly unknown[]
  const set = (next: readonly unknown[]) => form.set(list, next as never)
  return (
    <section className="lt-stack" aria-label={heading}>
      <h2 className="kern-heading-small">{heading}</h2>
      {rows.map((_, at) => (
        // Rows have no id: what is typed moves with them, the place is the key.
        <fieldset key={at} className="theme-station">
          <legend className="kern-label">
            {one} {at + 1}
          </legend>
          <div className="lt-stack">
            {children(at)}
            <div className="lt-actions">
              <Button
                size="small"
                icon="arrowUp"
                disabled={at === 0}
                onClick={() => set(moved(rows, at, -1))}
                aria-label={`${one} ${at + 1} nach oben`}
              >
                nach oben
              </Button>
              <Button
                size="small"
                icon="arrowDown"
                disabled={at === rows.length - 1}
                onClick={() => set(moved(rows, at, 1))}
                aria-label={`${one} ${at + 1} nach unten`}
              >
                nach unten
              </Button>
              <Button
                size="small"
                icon="trash"
                onClick={() => set(rows.filter((__, index) => index !== at))}
                aria-label={`${one} ${at + 1} entfernen`}
              >
                entfernen
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div className="lt-actions">
        <Button size="small" icon="add" onClick={() => set([...rows, empty])}>
          {one} hinzufügen
        </Button>
      </div>
    </section>
  )
}

function StationFields({ form, at }: { form: Handle; at: number }): ReactElement {
  return (
    <Fragment>
      <TextField label="Was war das?" required {...form.field(`stations.${at}.title`)} />
      <div className="lt-form__row">
        <TextField
          label="Monat"
          hint="gezählt vom Anfang"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.month`)}
        />
        <TextField
          label="Dauer in Wochen"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.durationWeeks`)}
        />
        <TextField
          label="Wartezeit davor in Wochen"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.waitingWeeks`)}
        />
      </div>
      <TextArea label="Wie hat die Person es erlebt?" rows={2} {...form.field(`stations.${at}.happened`)} />
      <TextField label="Beteiligte Stellen" {...form.field(`stations.${at}.actors`)} />
      <ComboboxMany
        label="Rechtskreise"
        options={legalDomains}
        {...form.field(`stations.${at}.legalDomains`)}
      />
      <ChipsMany
        label="Auffällig"
        options={optionsOf(StationMark.options, stationMarkLabels)}
        {...form.field(`stations.${at}.marks`)}
      />
      <TextField label="Was hat geholfen?" {...form.field(`stations.${at}.helped`)} />
    </Fragment>
  )
}

function ComparisonFields({ form, at }: { form: Handle; at: number }): ReactElement {
  return (
    <Fragment>
      <TextField
        label="Welcher Fall?"
        hint="Pseudonym oder kurze Beschreibung."
        required
        {...form.field(`comparisons.${at}.label`)}
      />
      <Chips
        label="Im Vergleich"
        required
        options={optionsOf(ComparisonAlike.options, comparisonAlikeLabels)}
        {...form.field(`comparisons.${at}.alike`)}
      />
      <TextField label="Anmerkung" {...form.field(`comparisons.${at}.note`)} />
    </Fragment>
  )
}

function TargetFields({ form, at }: { form: Handle; at: number }): ReactElement {
  return (
    <Fragment>
      <TextField label="Schritt" required {...form.field(`targetChain.${at}.label`)} />
      <div className="lt-form__row">
        <TextField label="Stelle" {...form.field(`targetChain.${at}.organisation`)} />
        <TextField
          label="Wartezeit davor in Wochen"
          inputMode="numeric"
          width="short"
          {...form.field(`targetChain.${at}.waitingWeeks`)}
        />
      </div>
      <Select
        label="Rechtskreis"
        empty="keiner"
        options={legalDomains}
        {...form.field(`targetChain.${at}.legalDomain`)}
      />
    </Fragment>
  )
}
