import { z } from 'zod'

/** What of a case file an access opens; bits of `case_access.parts`. */
export const accessParts = {
  structured: 1,
  identity: 2,
  contactNotes: 4,
  assessmentTexts: 8,
  planTexts: 16,
  documents: 32,
  work: 64,
} as const

/** What can be released or opened for a reason: never the right to write. */
export const ReleasablePart = z
  .enum(['identity', 'contactNotes', 'assessmentTexts', 'planTexts', 'documents'])
  .meta({ id: 'ReleasablePart' })
export type ReleasablePart = z.infer<typeof ReleasablePart>

export const partLabels: Readonly<Record<ReleasablePart, string>> = {
  identity: 'Namen und Kontaktdaten',
  contactNotes: 'Anliegen und Kontaktnotizen',
  assessmentTexts: 'Texte der Lebensbereiche',
  planTexts: 'Plan und Vereinbarung',
  documents: 'Dokumente',
}

export const maskOf = (parts: readonly ReleasablePart[]): number =>
  parts.reduce<number>((mask, part) => mask | accessParts[part], accessParts.structured)

export const partsOf = (mask: number): ReleasablePart[] =>
  ReleasablePart.options.filter((part) => (mask & accessParts[part]) !== 0)
