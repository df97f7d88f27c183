import { z } from 'zod'
import type { BodyInput } from '../../../../platform/contract/endpoint.ts'
import { Urgency } from '../../contract/codes.ts'
import {
  RecordRequest,
  RequestChannel,
  type RequestView,
  type requestEndpoints,
} from '../../contract/requests/index.ts'

const chosen = <const S extends z.ZodType<string>>(schema: S, message: string) =>
  z.union([schema, z.literal('')]).refine((value) => value !== '', message)

/** What is typed in the forms about a request: empty text stands for "nothing said". */
export const RequestForm = z.object({
  channel: chosen(RequestChannel, 'Bitte wählen Sie, wie die Anfrage gekommen ist.'),
  siteId: z.string().min(1, 'Bitte wählen Sie den Standort.'),
  urgency: Urgency,
  entryRoute: z.string(),
  municipalityId: z.string(),
  language: z.string(),
  lifeDomains: z.array(z.string()),
  concern: z.string().trim().max(500),
  callerName: z.string().trim().max(200),
  callbackNumber: z.string().refine((typed) => RecordRequest.shape.callbackNumber.safeParse(typed).success, {
    message: 'Bitte geben Sie eine Telefonnummer ein, zum Beispiel 02802 123456.',
  }),
})
export type RequestFormValues = z.input<typeof RequestForm>

export const emptyRequest = (siteId: string): RequestFormValues => ({
  channel: '',
  siteId,
  urgency: 'normal',
  entryRoute: '',
  municipalityId: '',
  language: '',
  lifeDomains: [],
  concern: '',
  callerName: '',
  callbackNumber: '',
})

/** The row as it stands, in the shape of the form: to edit it, and to compare after somebody else changed it. */
export const formOf = (view: RequestView): RequestFormValues => ({
  channel: view.channel,
  siteId: view.site.id,
  urgency: view.urgency,
  entryRoute: view.entryRoute ?? '',
  municipalityId: view.municipality?.id ?? '',
  language: view.language ?? '',
  lifeDomains: view.lifeDomains,
  concern: view.concern ?? '',
  callerName: view.callerName ?? '',
  callbackNumber: view.callbackNumber ?? '',
})

type Described = Required<
  Pick<
    BodyInput<typeof requestEndpoints.record>,
    keyof Omit<RequestFormValues, 'channel'> & keyof BodyInput<typeof requestEndpoints.record>
  >
> & { channel: RequestChannel }

/** Empty text becomes null: "nothing said" is stored as such. */
export function bodyOf(values: z.output<typeof RequestForm>): Described {
  const { channel, siteId, urgency, lifeDomains, ...texts } = values
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  return {
    channel: channel as RequestChannel,
    siteId,
    urgency,
    lifeDomains,
    entryRoute: orNull(texts.entryRoute),
    municipalityId: orNull(texts.municipalityId),
    language: orNull(texts.language),
    concern: orNull(texts.concern),
    callerName: orNull(texts.callerName),
    callbackNumber: orNull(texts.callbackNumber),
  }
}

/** Only what differs travels: an ended list entry that nobody touched must not stop the change. */
export function changesOf(before: RequestFormValues, after: RequestFormValues): Partial<Described> {
  const body = bodyOf(RequestForm.parse(after))
  const was = bodyOf(RequestForm.parse(before))
  const differs = (key: keyof Described) => JSON.stringify(body[key]) !== JSON.stringify(was[key])
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => differs(key as keyof Described)),
  ) as Partial<Described>
}

export const requestLabels: Record<string, string> = {
  channel: 'Wie kam die Anfrage?',
  siteId: 'Standort',
  urgency: 'Dringlichkeit',
  entryRoute: 'Zugangsweg',
  municipalityId: 'Wohnort',
  language: 'Sprache',
  lifeDomains: 'Themen',
  concern: 'Anliegen',
  callerName: 'Name',
  callbackNumber: 'Rückrufnummer',
}
