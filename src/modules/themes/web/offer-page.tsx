import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'
import type { GateMark } from '../../barriers/index.ts'
import { GateMarks } from '../../barriers/web/index.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import { mostStations } from '../contract/reconstructions.ts'
import { Stations } from './stations.tsx'
import { OwnCaseField } from './own-case-field.tsx'
import { proposedStation, stationsOf, Workspace } from './workspace-values.ts'
import './themes.css'

const labels = {
  caseId: 'Ihr Fall',
  title: 'Titel statt des Namens',
  situation: 'Ausgangslage',
  stations: 'Stationen',
  consent: 'Die Person ist einverstanden, dass ihr Weg ohne Namen besprochen wird',
}
const Values = Workspace.pick({ title: true, stations: true }).extend({
  caseId: z.uuid('Bitte wählen Sie den Fall.'),
  situation: z.string().trim().min(1, 'Bitte füllen Sie dieses Feld aus.').max(4000),
  consent: z.boolean().refine((yes) => yes, {
    error: 'Ohne das Einverständnis der Person nehmen Sie bitte einen konstruierten Fall.',
  }),
})

/** An own case for reconstruction: what leaves is checked, confirmed, and never leads back to the case. */
export function OfferPage(): ReactElement {
  return (
    <Page
      title="Eigenen Fall anbieten"
      breadcrumb={[
        { label: 'Rekonstruktionen', to: '/rekonstruktionen' },
        { label: 'Eigenen Fall anbieten' },
      ]}
      intro="Die Koordination liest den Weg der Person, nicht, um wen es geht und wer ihn anbietet."
    >
      <Notice
        title="Nichts davon führt zum Fall zurück"
        source="Handbuch, Schleuse zwischen Fall und Struktur"
      >
        Schreiben Sie ohne Namen, Orte und Daten; Zeiten zählen vom Anfang („Monat 3“). Lotse sucht nach Namen
        aus Ihrem Fall, Nummern und Tagen. Was Sie gesendet haben, lässt sich nicht zurückholen oder ändern.
      </Notice>
      <OfferForm />
    </Page>
  )
}

function OfferForm(): ReactElement {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [marks, setMarks] = useState<readonly GateMark[]>([])
  const [accepted, setAccepted] = useState<string[]>([])
  const back = () => void navigate({ to: '/rekonstruktionen' })
  const form = useForm({
    schema: Values,
    initial: { caseId: '', title: '', situation: '', stations: [], consent: false },
    draftKey: 'reconstruction:offer',
    submit: async ({ caseId, title, situation, stations }, { idempotencyKey }) => {
      const body = { title, situation, stations: stationsOf(stations), accepted }
      const params = { id: caseId }
      setMarks((await call(reconstructionEndpoints.checkOffer, { params, body })).marks)
      await call(reconstructionEndpoints.offer, { params, body: { ...body, consent: true }, idempotencyKey })
      await Promise.all(
        [reconstructionEndpoints.offered, reconstructionEndpoints.list].map((spec) =>
          client.invalidateQueries({ queryKey: viewKey(spec) }),
        ),
      )
      toast('Fall angeboten. Wer ihn anbietet, bleibt unbekannt.')
      back()
    },
  })
  const [failed, setFailed] = useState<unknown>()
  const propose = async () => {
    setFailed(undefined)
    try {
      const { rows, more } = await call(reconstructionEndpoints.proposals, {
        params: { id: form.values.caseId },
      })
      const room = Math.max(0, mostStations - form.values.stations.length)
      const taken = rows.slice(0, room)
      form.set('stations', [...form.values.stations, ...taken.map(proposedStation)])
      toast(proposedWords(rows.length, taken.length, more))
    } catch (problem) {
      setFailed(problem)
    }
  }
  return (
    <>
      <ProblemAlert error={failed} />
      <Form form={form} action="Fall anbieten" labels={labels} onCancel={back}>
        <OwnCaseField
          label={labels.caseId}
          hint="Tippen Sie den Anfang des Aktenzeichens oder des Namens. Beides bleibt im Fall."
          required
          {...form.field('caseId')}
        />
        <TextField
          label={labels.title}
          hint="Zum Beispiel „Mutter mit zwei Kindern sucht einen Sprachkurs“."
          required
          {...form.field('title')}
        />
        <TextArea label={labels.situation} rows={4} required {...form.field('situation')} />
        <div className="lt-actions">
          <Button
            icon="add"
            {...(form.values.caseId === ''
              ? { disabled: true, disabledReason: 'Bitte wählen Sie zuerst Ihren Fall.' }
              : {})}
            onClick={() => void propose()}
          >
            Stationen aus dem Fall vorschlagen
          </Button>
          <Why label="Was wird vorgeschlagen?" source="Schleuse zwischen Fall und Struktur">
            Wartezeiten, Verweise, Phasen, Schritte anderer Stellen und die Gespräche jedes Monats mit Stelle,
            Rechtskreis und Wochen seit Beginn. Kein Text, kein Name und kein Datum. Streichen Sie, was für
            den Weg der Person nicht zählt; was Sie anbieten, prüft Lotse danach wie jeden anderen Text.
          </Why>
        </div>
        {/* The fields of stations ask of the form what both have. */}
        <Stations form={form as unknown as FormHandle<Workspace>} />
        <GateMarks marks={marks.map(named)} accepted={accepted} onAccept={setAccepted} />
        <Checkbox label={labels.consent} {...form.field('consent')} />
      </Form>
    </>
  )
}

function proposedWords(known: number, taken: number, more: boolean): string {
  if (known === 0) return 'Der Fall kennt noch keine Station.'
  const what = `${taken === 1 ? '1 Station' : `${taken} Stationen`} vorgeschlagen.`
  return taken < known || more
    ? `${what} Mehr als ${mostStations} fasst eine Rekonstruktion nicht; streichen Sie, was nicht zählt.`
    : `${what} Schreiben Sie dazu, wie die Person es erlebt hat.`
}

const stationFields: Readonly<Record<string, string>> = {
  title: 'Was war das?',
  happened: 'Wie hat die Person es erlebt?',
  actors: 'Beteiligte Stellen',
  helped: 'Was hat geholfen?',
}
/** The place of a mark in words; the blanks do not break, because the place is part of an id. */
function named(mark: GateMark): GateMark {
  const [, at, field] = mark.field.split('.')
  const words =
    at === undefined
      ? labels[mark.field as 'title' | 'situation']
      : `Station ${Number(at) + 1}, ${stationFields[field!] ?? field}`
  return { ...mark, field: words.replaceAll(' ', '\u00a0') }
}
