import { germanDate } from '../../../../platform/contract/dates.ts'
import {
  agreementStateLabels,
  endedByLabels,
  signatoryRoleLabels,
  signatureKindLabels,
  textLanguageLabels,
} from '../../../plan/index.ts'
import { planScreen } from '../../../plan/server/index.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { facts, heading, note } from './words.ts'

export const agreementsSection: CaseFileSection = async (tx, { file }) => {
  const { agreements } = await planScreen(tx, file.id)
  if (agreements.length === 0) return [note('Es gibt noch keine Vereinbarung.')]
  return [
    ...agreements.flatMap((one) => [
      heading(`Fassung ${one.number} vom ${germanDate(one.madeOn)}`, 2),
      ...facts([
        ['Stand', agreementStateLabels[one.state]],
        ['Ziele', String(one.goalCount)],
        ['Sprache neben Deutsch', one.language === null ? null : textLanguageLabels[one.language]],
        ['Unterschrieben am', one.signedOn === null ? null : germanDate(one.signedOn)],
        ['Unterschrieben von', one.signedRoles.map((role) => signatoryRoleLabels[role]).join(', ')],
        ['Art der Unterschrift', one.signatureKind === null ? null : signatureKindLabels[one.signatureKind]],
        ['Beendet am', one.endedOn === null ? null : germanDate(one.endedOn)],
        ['Beendet durch', one.endedBy === null ? null : endedByLabels[one.endedBy]],
      ]),
    ]),
    note('Den Wortlaut einer Fassung drucken Sie unter „Plan und Vereinbarung“.'),
  ]
}
