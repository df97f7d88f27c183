import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { Received } from '../../../../platform/contract/endpoint.ts'
import { call } from '../../../../platform/web/api.ts'
import { today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Notice } from '../../../../platform/web/ui/notice.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import {
  concernHint,
  partnerConsentByLabels,
  partnerConsentFormLabels,
  partnerRequestEndpoints,
} from '../../contract/requests/index.ts'
import { noWish, PartnerForm } from './partner-form-values.ts'

const labels = {
  siteId: 'An welchen Standort?',
  name: 'Name der Person',
  number: 'Telefon',
  language: 'Sprache',
  municipalityId: 'Wohnort',
  concern: 'Worum geht es?',
  reference: 'Ihr Zeichen',
  consentedOn: 'Zugestimmt am',
  consentForm: 'Wie hat die Person zugestimmt?',
  consentBy: 'Wer hat zugestimmt?',
  agreed: 'Weitergabe',
  answerAgreed: 'Antwort',
}
const choices = <Key extends string>(of: Readonly<Record<Key, string>>) =>
  (Object.keys(of) as Key[]).map((value) => ({ value, label: of[value] }))

/** „Beratung anfragen“: minimal data of a person who agreed, for a site of KIM. */
export function NewPartnerRequestPage(): ReactElement {
  const view = useView(partnerRequestEndpoints.options)
  return (
    <Page
      title="Beratung anfragen"
      narrow
      breadcrumb={[{ label: 'KIM hinzuziehen', to: '/kim-anfragen' }, { label: 'Beratung anfragen' }]}
    >
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {view.data && <Ask options={view.data} />}
    </Page>
  )
}

function Ask({ options }: { options: Received<(typeof partnerRequestEndpoints)['options']> }): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { sites, languages, municipalities } = options
  const form = useForm({
    schema: PartnerForm,
    initial: noWish(sites.length === 1 ? sites[0]!.id : '', today()),
    draftKey: 'partner-request:new',
    submit: async (body, { idempotencyKey }) => {
      await call(partnerRequestEndpoints.send, { body, idempotencyKey })
      await client.invalidateQueries({ queryKey: viewKey(partnerRequestEndpoints.list) })
      toast('Anfrage gesendet, sie wartet beim KIM')
      await navigate({ to: '/kim-anfragen' })
    },
  })
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form
      form={form}
      action="Anfrage senden"
      labels={labels}
      onCancel={() => void navigate({ to: '/kim-anfragen' })}
    >
      <Notice
        title="Nur mit Zustimmung der Person, und nur was KIM braucht, um sie zu erreichen"
        source="Art. 6 Abs. 1 Buchst. a DSGVO, § 67b SGB X"
      >
        Ihre Stelle prüft, ob sie die Angaben weitergeben darf. Unterlagen und Akteninhalte gehören nicht
        hierher.
      </Notice>
      <Select
        label={labels.siteId}
        required
        width="medium"
        empty="Bitte wählen"
        options={named(sites)}
        {...form.field('siteId')}
      />
      <div className="lt-form__row">
        <TextField label={labels.name} hint="Name oder Telefon genügt." {...form.field('name')} />
        <TextField
          label={labels.number}
          type="tel"
          hint="Wird nach kurzer Zeit gelöscht."
          {...form.field('number')}
        />
      </div>
      <div className="lt-form__row">
        <Combobox
          label={labels.language}
          options={languages.map(({ key, label }) => ({ value: key, label }))}
          {...form.field('language')}
        />
        <Combobox
          label={labels.municipalityId}
          options={named(municipalities)}
          {...form.field('municipalityId')}
        />
      </div>
      <TextArea
        label={labels.concern}
        required
        hint={concernHint}
        rows={3}
        maxLength={500}
        {...form.field('concern')}
      />
      <TextField
        label={labels.reference}
        hint="Damit Sie die Anfrage wiederfinden. Bitte kein Name."
        width="short"
        maxLength={60}
        {...form.field('reference')}
      />
      <DateField label={labels.consentedOn} required max={today()} {...form.field('consentedOn')} />
      <RadioGroup
        label={labels.consentBy}
        required
        options={choices(partnerConsentByLabels)}
        {...form.field('consentBy')}
      />
      <RadioGroup
        label={labels.consentForm}
        required
        options={choices(partnerConsentFormLabels)}
        {...form.field('consentForm')}
      />
      <Checkbox
        label="Die Person stimmt zu, dass Name, Telefon, Sprache, Wohnort und Anliegen an diesen Standort gehen, damit KIM sie zu einer Beratung anspricht."
        {...form.field('agreed')}
      />
      <Checkbox
        label="Die Person stimmt zu, dass KIM Ihrer Stelle sagt, ob es übernommen hat."
        hint="Ohne das kommt keine Antwort zurück. Die Beratung hängt nicht davon ab."
        {...form.field('answerAgreed')}
      />
    </Form>
  )
}
