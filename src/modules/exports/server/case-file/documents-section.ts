import { documentKindLabels, mediaTypeLabels } from '../../../documents/index.ts'
import { documentActions, listDocuments } from '../../../documents/server/index.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { everyRow } from './every-row.ts'
import { dayOfInstant, note } from './words.ts'

export const documentsSection: CaseFileSection = async (tx, { file }) => {
  if (!(await documentActions(tx, file.id)).includes('read'))
    return [note('Die Dokumente dieses Falls sind für Sie nicht einsehbar.')]
  const documents = await everyRow((page) => listDocuments(tx, file.id, page))
  if (documents.length === 0) return [note('Es ist kein Dokument abgelegt.')]
  return [
    {
      kind: 'table',
      widths: [5, 4, 2, 2, 3],
      header: ['Titel', 'Art', 'Datei', 'Abgelegt am', 'Von'],
      rows: documents.map((one) => [
        one.secrecy203 ? `${one.title} (§ 203 StGB)` : one.title,
        documentKindLabels[one.kind],
        mediaTypeLabels[one.mediaType],
        dayOfInstant(one.createdAt),
        one.createdBy.name ?? '',
      ]),
    },
    note('Die Dateien selbst sind nicht Teil des Ausdrucks.'),
  ]
}
