import { clearReasonLabels, partLabels } from '../../../cases/index.ts'
import { listClearAccesses } from '../../../cases/server/index.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { moment, note } from './words.ts'

/** For the person who asks who saw the own file: every time the professional oversight could read names or texts. */
export const accessesSection: CaseFileSection = async (tx, { file }) => {
  // Oversight reads its own accesses alone: a list of them would look complete.
  if (file.access.basis !== 'assignment' && file.access.basis !== 'deputy')
    return [note('Das druckt, wer den Fall führt oder vertritt.')]
  const accesses = await listClearAccesses(tx, file.id)
  if (accesses.length === 0)
    return [note('Die Fachaufsicht hatte zu keiner Zeit Zugriff auf Namen oder freie Texte dieser Akte.')]
  return [
    note(
      'Die Fachaufsicht liest sonst nur strukturierte Angaben ohne Namen und freie Texte. Hier steht jedes Mal, dass ihr mehr offenstand, auch wenn es vorbei ist.',
    ),
    {
      kind: 'table',
      widths: [4, 4, 4, 4],
      header: ['Von – bis', 'Wer', 'Warum', 'Was'],
      rows: accesses.map(({ name, organisation, reason, grantedBy, parts, from, until }) => [
        `${moment(from)} – ${moment(until)}`,
        [name, organisation].filter(Boolean).join(', '),
        reason === null ? `Freigabe durch ${grantedBy}` : `Anlass: ${clearReasonLabels[reason]}`,
        parts.map((part) => partLabels[part]).join('; '),
      ]),
    },
  ]
}
