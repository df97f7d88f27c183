import { LANGUAGES, labelOf } from '../../../../platform/contract/code-lists/index.ts'
import { germanDate } from '../../../../platform/contract/dates.ts'
import {
  basisKindLabels,
  criteria,
  criterionAnswerLabels,
  legalBasisLabels,
  servedElsewhereLabels,
  type Criterion,
} from '../../../cases/index.ts'
import type { CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note } from './words.ts'

export const basesSection: CaseFileSection = (_tx, { file: { intake } }) =>
  Promise.resolve([
    intake.bases.length === 0
      ? note('Es ist keine Rechtsgrundlage festgehalten.')
      : {
          kind: 'table',
          widths: [3, 5, 2, 2],
          header: ['Wofür', 'Grundlage', 'Informiert am', 'Sprache'],
          rows: intake.bases.map((basis) => [
            basisKindLabels[basis.kind],
            legalBasisLabels[basis.basis],
            germanDate(basis.informedOn),
            labelOf(LANGUAGES, basis.informationLanguage),
          ]),
        },
    heading('Aufnahme', 2),
    ...facts([
      ['Erstgespräch', dateOr(intake.firstTalkOn)],
      ['Schon an anderer Stelle', servedElsewhereLabels[intake.servedElsewhere]],
    ]),
    {
      kind: 'table',
      widths: [8, 2],
      header: ['Kriterium', 'Antwort'],
      rows: (Object.keys(criteria) as Criterion[]).map((key) => [
        criteria[key],
        criterionAnswerLabels[intake.criteria[key]],
      ]),
    },
  ])
