import { germanDate } from '../../../../platform/contract/dates.ts'
import type { Sheet, SheetBlock } from '../../../../platform/server/documents/index.ts'
import { caseFilePartLabels, caseFileParts, type CaseFilePart } from '../../contract/case-file-parts.ts'
import type { CaseFileContext } from './case-file-context.ts'
import { facts, heading, note } from './words.ts'

const bases: Readonly<Record<CaseFileContext['file']['access']['basis'], string>> = {
  assignment: 'Zuständigkeit für den Fall',
  deputy: 'Vertretung',
  oversight: 'Fachaufsicht',
  release: 'Freigabe',
  teamConsent: 'Einwilligung für das KIM-Team',
  reason: 'Öffnung aus Anlass',
}

/** Puts cover and chosen parts together, the parts in the order of the file. */
export function caseFileSheet(
  context: CaseFileContext,
  parts: ReadonlyMap<CaseFilePart, readonly SheetBlock[]>,
  printedAt: string,
): Sheet {
  const chosen = caseFileParts.filter((part) => parts.has(part))
  return {
    title: `Akte ${context.file.fileNumber}`,
    district: context.district,
    blocks: [
      ...cover(context, chosen, printedAt),
      ...chosen.flatMap((part) => [heading(caseFilePartLabels[part]), ...parts.get(part)!]),
    ],
  }
}

function cover(context: CaseFileContext, chosen: readonly CaseFilePart[], printedAt: string): SheetBlock[] {
  const { file } = context
  const missing = caseFileParts.filter((part) => !chosen.includes(part))
  return [
    ...facts([
      ['Fall', file.shortName],
      ['Aktenzeichen', file.fileNumber],
      ['Eröffnet am', germanDate(file.openedOn)],
      ['Zuständig', `${file.responsible.name}, ${file.responsible.organisation}`],
      ['Gedruckt am', printedAt],
      ['Gedruckt von', context.printedBy],
      ['Zugriff durch', bases[file.access.basis]],
      ['Nicht ausgewählt', missing.map((part) => caseFilePartLabels[part]).join('; ')],
    ]),
    note(
      'Vertraulich: Sozialdaten und personenbezogene Daten. Bewahren Sie den Ausdruck verschlossen auf, geben Sie ihn nicht ohne Rechtsgrundlage weiter und vernichten Sie ihn, wenn Sie ihn nicht mehr brauchen.',
    ),
    ...(file.access.identity && file.access.texts
      ? []
      : [
          note(
            'Der Ausdruck enthält nur, was für Sie einsehbar ist: Namen oder freie Texte fehlen zum Teil.',
          ),
        ]),
    { kind: 'contents', text: 'Inhalt' },
    { kind: 'pageBreak' },
  ]
}
