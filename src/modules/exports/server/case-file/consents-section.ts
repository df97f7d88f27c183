import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import {
  consentFormLabels,
  consentStateLabels,
  dataCategoryLabels,
  directionLabels,
  giverRoleLabels,
  purposeLabels,
  sharingKindLabels,
  specialCategoryLabels,
  type ConsentView,
} from '../../../consent/index.ts'
import { readConsents } from '../../../consent/server/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note } from './words.ts'

type Consent = ConsentView

export const consentsSection: CaseFileSection = async (tx, context) => {
  const all = [
    ...(await readConsents(tx, 'consent', context.file.id, context.today)),
    ...(await readConsents(tx, 'secrecyRelease', context.file.id, context.today)),
  ]
  if (all.length === 0) return [note('Es ist keine Einwilligung festgehalten.')]
  return all.flatMap((one) => consentBlocks(one, context))
}

function consentBlocks(one: Consent, { nameOf }: CaseFileContext): SheetBlock[] {
  const recipient = one.text?.recipientName ?? one.recipient.label ?? 'Stelle für Sie nicht einsehbar'
  const givers = one.givers.map(({ name, role }) => [name, giverRoleLabels[role]].filter(Boolean).join(', '))
  return [
    heading(`${sharingKindLabels[one.kind]}: ${recipient}`, 2),
    ...facts([
      ['Stand', consentStateLabels[one.state]],
      ['Um wessen Angaben geht es', one.person.name ?? nameOf(one.person.id)],
      ['Richtung', directionLabels[one.direction]],
      ['Zweck', one.purposes.map((key) => purposeLabels[key]).join('; ')],
      ['Genauer', one.text?.purpose],
      ['Lebensbereiche', one.lifeDomains.map(({ label }) => label).join(', ')],
      ['Angaben', one.dataCategories.map((key) => dataCategoryLabels[key]).join('; ')],
      ['Besonders geschützt', one.specialCategories.map((key) => specialCategoryLabels[key]).join(', ')],
      ['Gilt', `${germanDate(one.validFrom)} bis ${germanDate(one.validTo)}`],
      [
        'Erteilt',
        one.givenOn === null
          ? null
          : `${dateOr(one.givenOn)}${one.givenAs ? `, ${consentFormLabels[one.givenAs]}` : ''}`,
      ],
      ['Erteilt von', givers.join('; ')],
      ['Widerrufen', one.withdrawnOn === null ? null : germanDate(one.withdrawnOn)],
      ['Beendet', one.endedOn === null ? null : germanDate(one.endedOn)],
    ]),
  ]
}
