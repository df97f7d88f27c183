import { z } from 'zod'

import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import type { Contact, ContactForm, contactEndpoints } from '../index.ts'

type NewBody = BodyInput<typeof contactEndpoints.create>
type ChangeBody = BodyInput<typeof contactEndpoints.change>

/** What is typed: empty text stands for "nothing said". `waitsFor` is an id of the list or own words. */
export const ContactEntry = z.object({
  onDate: PlainDate,
  atTime: z
    .string()
    .trim()
    .regex(/^(([01]?\d|2[0-3]):[0-5]\d)?$/, 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 09:30.'),
  minutes: z
    .string()
    .regex(/^\d{0,4}$/, 'Bitte geben Sie ganze Minuten ein.')
    .refine((typed) => typed === '' || (Number(typed) >= 1 && Number(typed) <= 1440), {
      error: 'Bitte geben Sie 1 bis 1440 Minuten ein.',
    }),
  kind: z.string().min(1, 'Bitte wählen Sie, wie der Kontakt stattgefunden hat.'),
  persons: z.array(z.string()),
  language: z.string(),
  mediator: z.enum(['', 'none', 'volunteer', 'professional', 'family']),
  topics: z.array(z.string()),
  activities: z.array(z.string()),
  note: z.string().max(8000),
  secrecy203: z.boolean(),
  waitsFor: z.string().trim().max(200),
  waitsUntil: z.union([PlainDate, z.literal('')]),
  share: z.enum(['', 'individual', 'systemic']),
  siteId: z.string(),
  place: z.string().trim().max(200),
})
export type ContactEntryValues = z.input<typeof ContactEntry>

export const contactLabels: Record<string, string> = {
  onDate: 'Datum',
  atTime: 'Uhrzeit',
  minutes: 'Dauer in Minuten',
  kind: 'Wie?',
  persons: 'Mit wem?',
  language: 'Sprache',
  mediator: 'Sprachmittlung',
  topics: 'Themen',
  activities: 'Was haben Sie getan?',
  note: 'Notiz',
  secrecy203: 'Diese Notiz steht unter Schweigepflicht (§ 203 StGB)',
  waitsFor: 'Wartet auf',
  waitsUntil: 'Antwort erwartet bis',
  share: 'Einzelfall oder Systemebene?',
  siteId: 'Standort',
  place: 'Ort',
}

/** Defaults: now, the main person, and what the last contact was in. */
export const newEntry = (
  form: ContactForm,
  now: { day: string; time: string; kind: string },
): ContactEntryValues => ({
  onDate: now.day,
  atTime: now.time,
  minutes: '',
  kind: now.kind,
  persons: form.persons.filter((person) => person.isMain).map((person) => person.id),
  language: form.language ?? '',
  mediator: form.mediator ?? '',
  topics: [],
  activities: [],
  note: '',
  secrecy203: false,
  waitsFor: '',
  waitsUntil: '',
  share: '',
  siteId: form.siteId ?? '',
  place: '',
})

/** A contact as it stands, in the shape of the form: to edit it, and to compare after a conflict. */
export const entryOf = (contact: Contact): ContactEntryValues => ({
  onDate: contact.onDate,
  atTime: contact.atTime ?? '',
  minutes: contact.effort?.minutes ? String(contact.effort.minutes) : '',
  kind: contact.kind,
  persons: contact.persons.map((person) => person.id),
  language: contact.language ?? '',
  mediator: contact.mediator ?? '',
  topics: contact.topics,
  activities: contact.activities,
  note: contact.note ?? '',
  secrecy203: contact.secrecy203,
  waitsFor: contact.wait?.organisation?.id ?? contact.wait?.label ?? '',
  waitsUntil: contact.wait?.until ?? '',
  share: contact.effort?.share ?? '',
  siteId: contact.site?.id ?? '',
  place: contact.place ?? '',
})

const orNull = <T extends string>(text: T | ''): T | null => (text.trim() === '' ? null : (text as T))

/** Everything as the API takes it; `organisations` tells an id of the list from own words. */
export function bodyOf(
  entry: z.output<typeof ContactEntry>,
  organisations: readonly { id: string }[],
): Required<NewBody> {
  const listed = organisations.some(({ id }) => id === entry.waitsFor)
  const { waitsFor, waitsUntil, minutes, ...rest } = entry
  return {
    ...rest,
    atTime: orNull(entry.atTime.replace(/^(\d):/, '0$1:')),
    minutes: minutes === '' ? null : Number(minutes),
    language: orNull(entry.language) as NewBody['language'] & string,
    mediator: orNull(entry.mediator),
    note: orNull(entry.note),
    share: orNull(entry.share),
    siteId: orNull(entry.siteId),
    place: orNull(entry.place),
    wait:
      waitsFor === ''
        ? null
        : {
            organisationId: listed ? waitsFor : null,
            label: listed ? null : waitsFor,
            until: orNull(waitsUntil),
          },
  }
}

/** Only what differs travels: an ended list entry that nobody touched must not stop the change. */
export function changesOf(
  before: ContactEntryValues,
  after: z.output<typeof ContactEntry>,
  organisations: readonly { id: string }[],
): ChangeBody {
  const was = bodyOf(ContactEntry.parse(before), organisations)
  const body = bodyOf(after, organisations)
  const differs = (key: string) =>
    JSON.stringify(body[key as keyof typeof body]) !== JSON.stringify(was[key as keyof typeof was])
  return Object.fromEntries(Object.entries(body).filter(([key]) => differs(key))) as ChangeBody
}
