import { z } from 'zod'
import { Language } from '../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { pageOf } from '../../../platform/contract/paging.ts'
import { optionalText } from '../../../platform/contract/text.ts'
import { EffortShare, LanguageMediator, WithdrawalReason } from './codes.ts'

/** Key of an entry of the district's catalogues. */
const CatalogueKey = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/, 'Bitte wählen Sie einen Wert der Liste.')
const Keys = z.array(CatalogueKey).max(30)
const Time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 09:30.')

/** Whom the case waits for since this contact: an organisation of the list, or a label where none fits. */
const Wait = z
  .strictObject({
    organisationId: Id.nullable().optional(),
    label: optionalText(200),
    until: PlainDate.nullable().optional(),
  })
  .refine((wait) => Boolean(wait.organisationId) || Boolean(wait.label), {
    error: 'Bitte wählen Sie, auf wen Sie warten.',
    path: ['organisationId'],
    params: { code: 'waitForWhom' },
  })

const fields = {
  onDate: PlainDate,
  atTime: Time.nullable().optional(),
  kind: CatalogueKey,
  siteId: Id.nullable().optional(),
  place: optionalText(200),
  language: Language.nullable().optional(),
  mediator: LanguageMediator.nullable().optional(),
  persons: z.array(Id).max(50).optional(),
  topics: Keys.optional(),
  activities: Keys.optional(),
  note: optionalText(8000),
  /** The note is under professional secrecy (§ 203 StGB): it never opens for a reason alone. */
  secrecy203: z.boolean().optional(),
  /** Own minutes and share: shown to the writer alone (R171). */
  minutes: z.int().min(1).max(1440).nullable().optional(),
  share: EffortShare.nullable().optional(),
  wait: Wait.nullable().optional(),
}

export const NewContact = z.strictObject(fields).meta({ id: 'NewContact' })
export type NewContact = z.output<typeof NewContact>

/** Absent = keep, null = clear. */
export const ContactChange = z
  .strictObject({ ...fields, onDate: PlainDate.optional(), kind: CatalogueKey.optional() })
  .meta({ id: 'ContactChange' })
export type ContactChange = z.output<typeof ContactChange>

export const ContactWithdrawal = z
  .strictObject({ reason: WithdrawalReason })
  .meta({ id: 'ContactWithdrawal' })
export const ContactAnswer = z
  .strictObject({
    /** Day of the answer; null: still waiting after all. */
    answeredOn: PlainDate.nullable(),
  })
  .meta({ id: 'ContactAnswer' })

const Named = z.object({ id: Id, name: z.string() })

export const ContactWait = z
  .object({
    organisation: Named.nullable(),
    label: z.string().nullable(),
    since: z.string(),
    until: z.string().nullable(),
    answeredOn: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'ContactWait' })

export const Contact = z
  .object({
    id: Id,
    caseId: Id,
    onDate: z.string(),
    atTime: z.string().nullable(),
    kind: z.string(),
    site: Named.nullable(),
    language: z.string().nullable(),
    mediator: LanguageMediator.nullable(),
    topics: z.array(z.string()),
    activities: z.array(z.string()),
    /** Who of the case took part; the name is null where names are not open to the reader. */
    persons: z.array(z.object({ id: Id, name: z.string().nullable() })),
    /** Null: there is none, it is not open to the reader, or the entry is withdrawn. */
    note: z.string().nullable(),
    place: z.string().nullable(),
    secrecy203: z.boolean(),
    wait: ContactWait.nullable(),
    /** The reader's own minutes and share, of nobody else. */
    effort: z.object({ minutes: z.int().nullable(), share: EffortShare.nullable() }).nullable(),
    createdBy: Named,
    createdAt: z.string(),
    withdrawn: z.object({ at: z.string(), reason: WithdrawalReason }).nullable(),
    can: z.array(z.enum(['change', 'withdraw', 'answer'])),
    version: z.int(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

export const ContactPage = pageOf(Contact, 'ContactPage')

/** What the entry form needs of one case: who may have taken part, and the defaults. */
export const ContactForm = z
  .object({
    caseId: Id,
    /** Family name, given name; null where there is no main person or the name is not open. */
    name: z.string().nullable(),
    fileNumber: z.string(),
    persons: z.array(z.object({ id: Id, name: z.string(), isMain: z.boolean() })),
    language: z.string().nullable(),
    mediator: LanguageMediator.nullable(),
    siteId: Id.nullable(),
    sites: z.array(Named),
    organisations: z.array(Named),
  })
  .meta({ id: 'ContactForm' })
export type ContactForm = z.infer<typeof ContactForm>

/** The cases a person works now, for choosing one by typing. */
export const WorkedCases = z
  .object({
    rows: z.array(
      z.object({
        id: Id,
        name: z.string().nullable(),
        birthYear: z.int().nullable(),
        fileNumber: z.string(),
      }),
    ),
  })
  .meta({ id: 'WorkedCases' })
