import { codeList, codeSchema } from './code-list.ts'

/**
 * `triggersNotice`: drawing it or applying for it can oblige a public body to report, in the cases that § 87
 * Abs. 2 Satz 1 Nr. 2a AufenthG names. The notice itself stands beside the field, whatever is chosen.
 */
export const BENEFITS = codeList({
  id: 'Benefit',
  title: 'Leistungsbezug',
  source: 'Own list, code-lists.md 7.5; notice: § 87 Abs. 2 AufenthG as of 29 April 2026',
  fieldNotice: '§ 87 AufenthG',
  entries: [
    { code: 'none', label: 'keine', triggersNotice: false },
    { code: 'asylblg3', label: 'AsylbLG § 3', triggersNotice: false },
    { code: 'asylblg2', label: 'AsylbLG § 2', triggersNotice: false },
    { code: 'sgb2', label: 'SGB II', triggersNotice: true },
    { code: 'sgb12', label: 'SGB XII (3. oder 4. Kapitel)', triggersNotice: true },
    { code: 'sgb3', label: 'SGB III', triggersNotice: false },
    { code: 'bafoegBab', label: 'BAföG oder BAB', triggersNotice: false },
    { code: 'childBenefit', label: 'Kindergeld', triggersNotice: false },
    { code: 'childSupplement', label: 'Kinderzuschlag', triggersNotice: false },
    { code: 'housingBenefit', label: 'Wohngeld', triggersNotice: false },
    { code: 'sgb8', label: 'SGB VIII', triggersNotice: false },
    { code: 'sicknessBenefit', label: 'Krankengeld', triggersNotice: false },
    { code: 'pension', label: 'Rente', triggersNotice: false },
  ],
})

export const Benefit = codeSchema(BENEFITS)
