import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'
import { DataCategory, SharingKind, SpecialCategory } from '../../consent/index.ts'

const kinds = {
  document: 'Kopie eines Dokuments der Akte',
  caseFile: 'Auszug aus der Akte (PDF)',
  paper: 'Anderes Schreiben oder Papier',
  oral: 'Mündliche Auskunft',
} as const
export const HandoutKind = z.enum(Object.keys(kinds) as [keyof typeof kinds]).meta({ id: 'HandoutKind' })
export type HandoutKind = z.infer<typeof HandoutKind>
export const handoutKindLabels: Readonly<Record<HandoutKind, string>> = kinds

const ways = {
  inPerson: 'Persönlich',
  letter: 'Mit der Post',
  email: 'Per E-Mail',
  phone: 'Am Telefon',
} as const
export const HandoutVia = z.enum(Object.keys(ways) as [keyof typeof ways]).meta({ id: 'HandoutVia' })
export const handoutViaLabels: Readonly<Record<z.infer<typeof HandoutVia>, string>> = ways

/** What a recipient got otherwise than by a referral. The consent says to whom; the file's mark asks for the release. */
export const NewHandout = z
  .strictObject({
    consentId: Id,
    secrecyReleaseId: Id.nullable().default(null),
    kind: HandoutKind,
    documentId: Id.nullable().default(null),
    title: text(200),
    dataCategories: z
      .array(DataCategory)
      .min(1, 'Bitte wählen Sie, welche Angaben weitergegeben wurden.')
      .max(20),
    specialCategories: z.array(SpecialCategory).max(3).default([]),
    onDate: PlainDate,
    via: HandoutVia,
  })
  .meta({ id: 'NewHandout' })
export type NewHandout = z.infer<typeof NewHandout>

export const HandoutView = z
  .object({
    id: Id,
    caseId: Id,
    kind: HandoutKind,
    /** Null where the reader may not read words or names. */
    title: z.string().nullable(),
    person: z.string().nullable(),
    recipient: z.string().nullable(),
    dataCategories: z.array(DataCategory),
    specialCategories: z.array(SpecialCategory),
    onDate: PlainDate,
    via: HandoutVia,
    /** Recorded by mistake, marked on this day: nothing was handed out. */
    mistakenOn: PlainDate.nullable(),
    by: z.string().nullable(),
    version: z.int(),
    can: z.array(z.enum(['markMistaken'])),
  })
  .meta({ id: 'Handout' })
export type HandoutView = z.infer<typeof HandoutView>

export const HandoutList = z
  .object({
    rows: z.array(HandoutView),
    /** Given texts of the case to choose from, and whether the file's mark asks for a release as well. */
    texts: z.array(
      z.object({
        id: Id,
        kind: SharingKind,
        person: z.string().nullable(),
        recipient: z.string().nullable(),
        givenOn: PlainDate,
      }),
    ),
    documents: z.array(z.object({ id: Id, title: z.string() })),
    needsRelease: z.boolean(),
    can: z.array(z.enum(['record'])),
  })
  .meta({ id: 'HandoutList' })
export type HandoutList = z.infer<typeof HandoutList>

export const handoutEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/cases/:id/handouts',
    right: 'referral.read',
    summary: 'What recipients of a consent got otherwise than by a referral, newest first.',
    params: IdParams,
    response: HandoutList,
  }),
  record: endpoint({
    method: 'POST',
    path: '/api/cases/:id/handouts',
    right: 'referral.write',
    summary: 'Records that a document, an extract of the file, a paper or a word went to a recipient.',
    params: IdParams,
    body: NewHandout,
    response: HandoutView,
    status: 201,
  }),
  markMistaken: endpoint({
    method: 'POST',
    path: '/api/handouts/:id/mistake',
    right: 'referral.write',
    summary: 'Marks an entry as a mistake: it stays, and no letter names it.',
    params: IdParams,
    response: HandoutView,
    ifMatch: true,
  }),
}
