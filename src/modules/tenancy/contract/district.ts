import { z } from 'zod'
import { Catalogues } from './district/catalogues.ts'
import { Committee } from './district/committee.ts'
import { Programme } from './district/programme.ts'
import { Key, Label, Text, VagueDate, fact } from './district/provenance.ts'
import { AssessmentScale, NamingSet, Publication, Settings } from './district/settings.ts'
import {
  CaseManagerEmployer,
  Municipality,
  Organisation,
  Oversight,
  Position,
  Region,
  Site,
} from './district/structure.ts'

/**
 * A district file: the configuration of one tenant as its concept describes it. Strict: an unknown field is a
 * fault. References between the parts are checked by `districtFaults`, lines are found by the server's `checkDistrict`.
 */
export const District = z.strictObject({
  district: fact({
    key: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,40}$/,
        'Der Schlüssel des Kreises besteht aus Kleinbuchstaben, Ziffern, Bindestrich.',
      ),
    ags: z
      .string('Der Kreisschlüssel steht in Anführungszeichen, sonst geht die führende Null verloren.')
      .regex(/^\d{5}$/, 'Der Kreisschlüssel hat fünf Ziffern.'),
    name: Label,
    kiName: Label,
    /** How file numbers begin (WES-2026-0147); without it the first three letters of the key. */
    fileNumberPrefix: z
      .string()
      .regex(/^[A-ZÄÖÜ]{2,6}$/, 'Aktenzeichen beginnen mit zwei bis sechs Großbuchstaben.')
      .optional(),
  }),
  sources: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/),
        title: Label,
        asOf: VagueDate.optional(),
      }),
    )
    .min(1),
  /** Contradictions and gaps of the concepts that belong to no single entry. */
  remarks: z.array(fact({ key: Key, text: Text })).default([]),
  naming: NamingSet,
  regions: z.array(Region),
  municipalities: z.array(Municipality).min(1),
  organisations: z.array(Organisation).min(1),
  caseManagerEmployers: z.array(CaseManagerEmployer),
  sites: z.array(Site),
  positions: z.array(Position),
  professionalOversight: z.array(Oversight),
  catalogues: Catalogues,
  assessmentScale: AssessmentScale,
  committees: z.array(Committee),
  /** Left out by files written before the program knew it. */
  programme: Programme.optional(),
  publication: Publication,
  settings: Settings,
})
export type District = z.infer<typeof District>
