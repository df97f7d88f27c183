import { z } from 'zod'

/** What of a case file can be printed, in the order of the print. */
export const caseFilePartLabels = {
  facts: 'Stammdaten des Falls',
  household: 'Personen im Haushalt',
  bases: 'Rechtsgrundlagen',
  consents: 'Einwilligungen und Schweigepflichtentbindungen',
  assessments: 'Lebensbereiche (Assessments)',
  plan: 'Ziele und Schritte',
  agreements: 'Vereinbarungen',
  referrals: 'Verweise, Weitergaben und Übermittlungen',
  contacts: 'Kontakte',
  tasks: 'Aufgaben',
  documents: 'Liste der Dokumente',
  steps: 'Verlauf der Fallführung',
  accesses: 'Einsicht der Fachaufsicht',
} as const

export const CaseFilePart = z
  .enum(Object.keys(caseFilePartLabels) as [keyof typeof caseFilePartLabels])
  .meta({ id: 'CaseFilePart' })
export type CaseFilePart = z.infer<typeof CaseFilePart>
export const caseFileParts: readonly CaseFilePart[] = CaseFilePart.options
