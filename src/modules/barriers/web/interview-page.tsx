import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { InterviewGuide, interviewGuideLabels, interviewQuestions } from '../contract/codes.ts'
import { impulseEndpoints } from '../contract/endpoints.ts'
import { choices } from './problem-fields.tsx'
import { WithoutCaseForm } from './without-case-form.tsx'

/** Evidence from a talk that another service held with its own client (R084). */
export function InterviewPage(): ReactElement {
  const navigate = useNavigate()
  const lists = useView(impulseEndpoints.options)
  const [conductedBy, setConductedBy] = useState('')
  const [guide, setGuide] = useState<InterviewGuide | ''>('')
  const [consent, setConsent] = useState(false)
  const extra = { conductedBy, guide: guide as InterviewGuide, consent: true as const }
  const back = () => void navigate({ to: '/huerden' })
  return (
    <Page
      title="Interview festhalten"
      breadcrumb={[{ label: 'Hürden', to: '/huerden' }, { label: 'Interview' }]}
      intro="Ein anderer Beratungsdienst hat mit einer Person gesprochen, die er begleitet. Der Dienst führt das Gespräch und hat die Einwilligung; hier steht nur, was es über die Strukturen sagt."
      narrow
    >
      <WithoutCaseForm
        action="Interview speichern"
        ready={conductedBy !== '' && guide !== '' && consent}
        onDone={back}
        onCancel={back}
        preview={(body) => call(impulseEndpoints.interviewPreview, { body: { ...body, ...extra } })}
        send={async (body, idempotencyKey) => {
          await call(impulseEndpoints.interview, { body: { ...body, ...extra }, idempotencyKey })
          toast('Interview gespeichert')
        }}
        head={
          <>
            <Select
              id="conducted-by"
              name="conductedBy"
              label="Welcher Dienst hat das Gespräch geführt?"
              required
              empty="bitte wählen"
              options={(lists.data?.organisations ?? []).map(({ id, label }) => ({ value: id, label }))}
              value={conductedBy}
              onChange={setConductedBy}
              error={undefined}
            />
            <Select
              id="guide"
              name="guide"
              label="Nach welchem Leitfaden?"
              required
              empty="bitte wählen"
              options={choices(interviewGuideLabels)}
              value={guide}
              onChange={(value) => setGuide(InterviewGuide.safeParse(value).data ?? '')}
              error={undefined}
            />
            {guide !== '' && (
              <ul>
                {interviewQuestions[guide].map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            )}
            <Checkbox
              id="consent"
              name="consent"
              label="Der Dienst hat die Einwilligung der Person zu diesem Gespräch"
              value={consent}
              onChange={setConsent}
              error={undefined}
            />
          </>
        }
      />
    </Page>
  )
}
