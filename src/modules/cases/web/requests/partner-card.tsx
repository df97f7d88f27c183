import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import {
  PartnerAnswer,
  partnerAnswerLabels,
  partnerConsentByLabels,
  partnerConsentFormLabels,
  PartnerDeclineReason,
  partnerDeclineLabels,
  partnerRequestEndpoints,
  type PartnerRequestView,
} from '../../contract/requests/index.ts'
import { partnerAnswerText } from './partner-words.ts'

/** Which office asked KIM in, on what consent, and the short answer to it. */
export function PartnerCard({ id, partner }: { id: string; partner: PartnerRequestView }): ReactElement {
  const { office, reference, consentedOn, consentForm, consentBy, answerAgreed } = partner
  return (
    <Card title="Anfrage einer Partnerstelle">
      <div className="lt-stack">
        <DescriptionList
          items={[
            { term: 'Stelle', value: office },
            { term: 'Zeichen der Stelle', value: reference },
            {
              term: 'Zustimmung',
              value: `am ${formatDate(consentedOn)}, ${partnerConsentFormLabels[consentForm]}, durch ${partnerConsentByLabels[consentBy]}: Name, Telefon, Sprache, Wohnort und Anliegen für eine Beratung`,
            },
            {
              term: 'Antwort an die Stelle',
              value:
                answerAgreed || partner.withdrawnOn !== null
                  ? partnerAnswerText(partner)
                  : 'nicht vereinbart: Es geht nichts zurück.',
            },
          ]}
        />
        {partner.can.includes('answer') && <Answer id={id} />}
      </div>
    </Card>
  )
}

const AnswerForm = z
  .object({
    answer: z.enum(PartnerAnswer.options, { error: 'Bitte wählen Sie die Antwort.' }),
    declineReason: z.string(),
  })
  .refine(({ answer, declineReason }) => answer !== 'declined' || declineReason !== '', {
    path: ['declineReason'],
    error: 'Bitte wählen Sie den Grund.',
  })
const labels = { answer: 'Antwort an die Stelle', declineReason: 'Grund' }
const answers = PartnerAnswer.options.map((value) => ({ value, label: partnerAnswerLabels[value] }))
const reasons = PartnerDeclineReason.options.map((value) => ({ value, label: partnerDeclineLabels[value] }))

function Answer({ id }: { id: string }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: AnswerForm,
    initial: { answer: '' as PartnerAnswer, declineReason: '' },
    submit: async ({ answer, declineReason }) => {
      const body = {
        answer,
        declineReason: answer === 'declined' ? (declineReason as PartnerDeclineReason) : null,
      }
      await call(partnerRequestEndpoints.answer, { params: { id }, body })
      toast('Antwort gesendet')
      await client.invalidateQueries()
    },
  })
  return (
    <Form form={form} action="Antwort senden" labels={labels}>
      <RadioGroup
        label={labels.answer}
        hint="Die Stelle erfährt nur das, einmal. Nichts über den Fall."
        required
        options={answers}
        {...form.field('answer')}
      />
      {form.values.answer === 'declined' && (
        <Select
          label={labels.declineReason}
          required
          empty="Bitte wählen"
          options={reasons}
          {...form.field('declineReason')}
        />
      )}
    </Form>
  )
}
