import { z } from 'zod'
import { ComparisonAlike, StationMark } from '../contract/codes.ts'
import { LegalDomain } from '../../structure/index.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'

/** Weeks and months are typed as text; empty is not known. */
const Count = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, 'Bitte geben Sie eine ganze Zahl ein.')
    .transform((value) => (value === '' ? null : Number(value)))
    .pipe(z.number().max(most, `Bitte höchstens ${most}.`).nullable())
const title = (max = 200) => z.string().trim().min(1, 'Bitte füllen Sie dieses Feld aus.').max(max)

export const Workspace = z.object({
  title: title(),
  situation: z.string().max(4000),
  stations: z.array(
    z.object({
      title: title(),
      month: Count(240),
      durationWeeks: Count(520),
      happened: z.string().max(2000),
      actors: z.string().max(300),
      legalDomains: z.array(LegalDomain).readonly(),
      marks: z.array(StationMark).readonly(),
      waitingWeeks: Count(520),
      helped: z.string().max(1000),
    }),
  ),
  hypothesis: z.string().max(4000),
  comparisons: z.array(
    z.object({
      label: title(),
      alike: ComparisonAlike,
      note: z.string().max(1000),
      reconstructionId: z.string(),
      barrierId: z.string(),
    }),
  ),
  targetChain: z.array(
    z.object({
      label: title(),
      organisation: z.string().max(300),
      legalDomain: z.union([z.literal(''), LegalDomain]),
      waitingWeeks: Count(520),
    }),
  ),
  participants: z.string().max(1000),
  heldOn: z.union([z.literal(''), z.iso.date('Bitte geben Sie ein gültiges Datum ein.')]),
  stepsDone: z.array(z.string()).readonly(),
})
export type Workspace = z.input<typeof Workspace>

const typed = (value: number | null) => (value === null ? '' : String(value))

export const valuesOf = (view: ReconstructionView): Workspace => ({
  title: view.title,
  situation: view.situation ?? '',
  stations: view.stations.map((one) => ({
    title: one.title,
    month: typed(one.month),
    durationWeeks: typed(one.durationWeeks),
    happened: one.happened ?? '',
    actors: one.actors ?? '',
    legalDomains: one.legalDomains,
    marks: one.marks,
    waitingWeeks: typed(one.waitingWeeks),
    helped: one.helped ?? '',
  })),
  hypothesis: view.hypothesis ?? '',
  comparisons: view.comparisons.map((one) => ({
    label: one.label,
    alike: one.alike,
    note: one.note ?? '',
    reconstructionId: one.reconstructionId ?? '',
    barrierId: one.barrierId ?? '',
  })),
  targetChain: view.targetChain.map((one) => ({
    label: one.label,
    organisation: one.organisation ?? '',
    legalDomain: one.legalDomain ?? '',
    waitingWeeks: typed(one.waitingWeeks),
  })),
  participants: view.participants ?? '',
  heldOn: view.heldOn ?? '',
  stepsDone: view.stepsDone.map(String),
})

/** A station the own case proposes, as it is typed. */
export const proposedStation = (
  one: ReconstructionView['stations'][number],
): Workspace['stations'][number] => ({
  title: one.title,
  month: typed(one.month),
  durationWeeks: typed(one.durationWeeks),
  happened: '',
  actors: one.actors ?? '',
  legalDomains: one.legalDomains,
  marks: one.marks,
  waitingWeeks: typed(one.waitingWeeks),
  helped: '',
})

export const stationsOf = (stations: z.output<typeof Workspace>['stations']) =>
  stations.map((one) => ({ ...one, legalDomains: [...one.legalDomains], marks: [...one.marks] }))

export const bodyOf = (values: z.output<typeof Workspace>) => ({
  title: values.title,
  situation: values.situation || null,
  stations: stationsOf(values.stations),
  hypothesis: values.hypothesis || null,
  comparisons: values.comparisons.map((one) => ({
    ...one,
    reconstructionId: one.reconstructionId || null,
    barrierId: one.barrierId || null,
  })),
  targetChain: values.targetChain.map((one) => ({ ...one, legalDomain: one.legalDomain || null })),
  participants: values.participants || null,
  heldOn: values.heldOn || null,
  stepsDone: values.stepsDone.map(Number),
})

export const emptyStation: Workspace['stations'][number] = {
  title: '',
  month: '',
  durationWeeks: '',
  happened: '',
  actors: '',
  legalDomains: [],
  marks: [],
  waitingWeeks: '',
  helped: '',
}
export const emptyComparison: Workspace['comparisons'][number] = {
  label: '',
  alike: 'same',
  note: '',
  reconstructionId: '',
  barrierId: '',
}
export const emptyTarget: Workspace['targetChain'][number] = {
  label: '',
  organisation: '',
  legalDomain: '',
  waitingWeeks: '',
}

/** The list with one entry moved up or down; unchanged at its ends. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list]
  const to = at + by
  if (to < 0 || to >= list.length) return next
  const [one] = next.splice(at, 1)
  next.splice(to, 0, one!)
  return next
}
