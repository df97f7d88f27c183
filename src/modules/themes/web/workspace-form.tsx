import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Chips, ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { keepAnswer, viewKey } from '../../../platform/web/use-view.ts'
import { ComparisonAlike, comparisonAlikeLabels } from '../contract/codes.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { methodSteps } from '../rules/reconstruction.ts'
import { BarrierField, ReconstructionField } from './search-fields.tsx'
import { TakeTarget } from './take-target.tsx'
import { legalDomains, optionsOf, Rows, Stations } from './stations.tsx'
import { bodyOf, emptyComparison, emptyTarget, valuesOf, Workspace } from './workspace-values.ts'

type Handle = FormHandle<Workspace>

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
      keepAnswer(client, viewKey(reconstructionEndpoints.read, { params: { id: view.id } }), saved)
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
      <Stations form={form} />
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
        {(at) => <ComparisonFields form={form} at={at} own={view.id} />}
      </Rows>
      <TakeTarget form={form} />
      <Rows form={form} list="targetChain" heading="Ablauf künftig" one="Schritt" empty={emptyTarget}>
        {(at) => <TargetFields form={form} at={at} />}
      </Rows>
    </Form>
  )
}

function ComparisonFields({ form, at, own }: { form: Handle; at: number; own: string }): ReactElement {
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
      <div className="lt-form__row">
        <ReconstructionField
          label="Rekonstruktion dieses Falls"
          hint="Ihre Zahlen stehen dann neben denen dieses Falls."
          without={own}
          {...form.field(`comparisons.${at}.reconstructionId`)}
        />
        <BarrierField label="Oder eine Hürde" {...form.field(`comparisons.${at}.barrierId`)} />
      </div>
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
