import { LANGUAGES, labelOf } from '../../../../platform/contract/code-lists/index.ts'
import { germanDate } from '../../../../platform/contract/dates.ts'
import {
  goalsReachedLabels,
  phaseLabels,
  reopeningReasonLabels,
  urgencyLabels,
} from '../../../cases/index.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note, text } from './words.ts'

const textLabels: readonly (readonly [kind: string, label: string])[] = [
  ['concern', 'Anliegen'],
  ['summary', 'Zusammenfassung'],
  ['clientView', 'Sicht der ratsuchenden Person'],
  ['servedElsewhere', 'Schon an anderer Stelle begleitet'],
]

export const factsSection: CaseFileSection = (_tx, context) => {
  const { file, label } = context
  return Promise.resolve([
    ...facts([
      ['Aktenzeichen', file.fileNumber],
      ['Zuständig', `${file.responsible.name}, ${file.responsible.organisation}`],
      ['Vertretung', file.deputies.map(({ name }) => name).join('; ')],
      ['Intensität', label('intensity', file.intensity)],
      ['Phase', `${phaseLabels[file.phase]} (seit ${germanDate(file.phaseSince)})`],
      ['Dringlichkeit', urgencyLabels[file.urgency]],
      ['Sprache', file.language === null ? null : labelOf(LANGUAGES, file.language)],
      ['Standort', file.site?.name],
      ['Kommune', file.municipality?.name],
      ['Zugangsweg', file.entryRoute === null ? null : label('entryRoute', file.entryRoute)],
      ['Zielgruppe', file.targetGroup === null ? null : label('targetGroup', file.targetGroup)],
      ['Eröffnet am', germanDate(file.openedOn)],
      ['Letzter Kontakt', dateOr(file.lastContactOn)],
      ['Nächstes Re-Assessment', dateOr(file.reassessmentDueOn)],
      ['Abgeschlossen am', file.closedOn === null ? null : germanDate(file.closedOn)],
      ['Verarbeitung eingeschränkt', file.restrictedOn === null ? null : germanDate(file.restrictedOn)],
      ['Schweigepflicht', file.secrecy203 ? 'Akte unter § 203 StGB' : null],
    ]),
    ...texts(context),
    ...organisations(context),
    ...closures(context),
  ])
}

const texts = ({ file }: CaseFileContext): SheetBlock[] =>
  textLabels.flatMap(([kind, label]) => {
    const words = file.texts?.[kind]
    return words ? [heading(label, 2), ...text(words)] : []
  })

function organisations({ file }: CaseFileContext): SheetBlock[] {
  if (file.organisations.length === 0) return []
  return [
    heading('Beteiligte Stellen', 2),
    {
      kind: 'table',
      widths: [4, 3, 2, 2],
      header: ['Stelle', 'Aufgabe im Fall', 'Seit', 'Bis'],
      rows: file.organisations.map((one) => [
        one.organisation.name,
        one.role,
        germanDate(one.validFrom),
        dateOr(one.validTo),
      ]),
    },
  ]
}

const closures = ({ file, label }: CaseFileContext): SheetBlock[] =>
  file.closures.flatMap((one) => [
    heading(`Abschluss vom ${germanDate(one.closedOn)}`, 2),
    ...facts([
      ['Grund', label('closureReason', one.reason)],
      ['Ziele', goalsReachedLabels[one.goals]],
      ['Offener Bedarf', one.openNeeds ? 'ja' : 'nein'],
      ['Nachsorge am', one.aftercareOn === null ? null : germanDate(one.aftercareOn)],
      ['Wieder aufgenommen', one.reopenedOn === null ? null : germanDate(one.reopenedOn)],
      [
        'Grund der Wiederaufnahme',
        (reopeningReasonLabels as Readonly<Record<string, string>>)[one.reopeningReason ?? ''],
      ],
    ]),
    ...(one.texts === null ? [note('Die Texte zum Abschluss sind für Sie nicht einsehbar.')] : []),
    ...text(one.texts?.summary),
    ...text(one.texts?.clientView),
    ...text(one.texts?.openNeeds),
  ])
