import { z } from 'zod'
import { text } from '../../../platform/contract/text.ts'
import { PaperSection, sectionLabels, sections } from '../contract/codes.ts'
import { LegalDomain } from '../../structure/index.ts'
import type { PaperView } from '../contract/papers.ts'
import { choice, day, note, office } from './form-values.ts'

const words = Object.fromEntries(PaperSection.options.map((key) => [key, note(6000)])) as Record<
  PaperSection,
  ReturnType<typeof note>
>

export const PaperValues = z.object({
  title: text(200),
  legalDomains: z.array(LegalDomain).max(20),
  parties: z
    .array(
      z.object({
        organisationId: office,
        unitId: choice,
        contactFunction: note(200),
        contactReach: note(200),
      }),
    )
    .max(20),
  sections: z.object(words),
  changeNote: note(1000),
  validUntil: day,
  reviewOn: day,
})
export type PaperValues = z.input<typeof PaperValues>

export const newParty: PaperValues['parties'][number] = {
  organisationId: '',
  unitId: '',
  contactFunction: '',
  contactReach: '',
}

const noSections = Object.fromEntries(sections.map((key) => [key, ''])) as PaperValues['sections']

export const emptyPaper: PaperValues = {
  title: '',
  legalDomains: [],
  parties: [newParty, newParty],
  sections: noSections,
  changeNote: '',
  validUntil: '',
  reviewOn: '',
}

export const valuesOf = (paper: PaperView): PaperValues => ({
  title: paper.title,
  legalDomains: paper.legalDomains,
  parties: paper.parties.map((party) => ({
    organisationId: party.organisationId,
    unitId: party.unitId ?? '',
    contactFunction: party.contactFunction ?? '',
    contactReach: party.contactReach ?? '',
  })),
  sections: { ...noSections, ...paper.sections },
  changeNote: paper.changeNote ?? '',
  validUntil: paper.validUntil ?? '',
  reviewOn: paper.reviewOn ?? '',
})

export const paperLabels: Readonly<Record<string, string>> = {
  title: 'Titel',
  legalDomains: 'Rechtskreise',
  parties: 'Parteien',
  changeNote: 'Was ist neu an dieser Fassung?',
  validUntil: 'Gültig bis',
  reviewOn: 'Überprüfung am',
  ...Object.fromEntries(sections.map((key) => [`sections.${key}`, sectionLabels[key]])),
}

/** What stands at the parties in the error summary. */
export const partyLabels = {
  organisationId: 'Stelle',
  unitId: 'Abteilung',
  contactFunction: 'Ansprechstelle (Funktion)',
  contactReach: 'So erreichbar',
}
