import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { optionalText } from '../../../../platform/contract/text.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView } from '../../../../platform/web/use-view.ts'
import { z } from 'zod'
import { sharingKindLabels } from '../../contract/codes.ts'
import { wordingSectionLabels } from '../../contract/wording-labels.ts'
import { WordingSection, wordingEndpoints, type WordingView } from '../../contract/wording.ts'
import { asText } from '../recipient-fields.tsx'
import { WordingFaults } from './wording-faults.tsx'

/** One version to read, and to put to use where nothing is missing. */
export function WordingDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const view = useView(wordingEndpoints.read, { params: { id } })
  const wording = view.data
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={wording ? `${sharingKindLabels[wording.kind]}, Fassung ${wording.number}` : 'Fassung'}
    >
      <div className="lt-stack">
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {wording && (
          <>
            <Sections wording={wording} />
            {wording.missing.length > 0 && (
              <Alert tone="warning" title="So kann der Text nicht in Gebrauch genommen werden">
                <WordingFaults faults={wording.missing} />
              </Alert>
            )}
            {wording.can.includes('activate') && wording.missing.length === 0 && (
              <Activation wording={wording} onDone={onClose} />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

function Sections({ wording }: { wording: WordingView }): ReactElement {
  return (
    <dl className="consent-wording">
      {WordingSection.options.map((section) => (
        <div key={section}>
          <dt className="kern-label">{wordingSectionLabels[section]}</dt>
          <dd lang={wording.language} dir="auto">
            {wording.sections[section] || '–'}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Values = z.object({ legallyCheckedBy: optionalText(200) })
const labels = { legallyCheckedBy: 'Juristisch geprüft durch' }

function Activation({ wording, onDone }: { wording: WordingView; onDone: () => void }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: Values,
    initial: { legallyCheckedBy: '' },
    version: wording.version,
    warnOnLeave: false,
    submit: async (body, { ifMatch, idempotencyKey }) => {
      const params = { id: wording.id }
      await call(wordingEndpoints.activate, { params, body, ifMatch: ifMatch!, idempotencyKey })
      await client.invalidateQueries()
      toast(`Fassung ${wording.number} ist in Gebrauch`)
      onDone()
    },
  })
  return (
    <Form form={form} action="In Gebrauch nehmen" labels={labels} onCancel={onDone}>
      <p className="kern-body">
        Ab jetzt wird diese Fassung gedruckt und gelesen. Die bisherige bleibt lesbar; was unter ihr erteilt
        wurde, gilt weiter.
      </p>
      <TextField
        label={labels.legallyCheckedBy}
        hint="Stelle, zum Beispiel „Rechtsamt“. Leer: Der Text steht als „nicht juristisch geprüft“ da."
        maxLength={200}
        {...asText(form.field('legallyCheckedBy'))}
      />
    </Form>
  )
}
