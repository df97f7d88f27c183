import { ageAt, type BirthDate, type PlainDate } from '../dates.ts'
import { codeList, codeSchema } from './code-list.ts'

export const AGE_GROUPS = codeList({
  id: 'AgeGroup',
  title: 'Altersgruppe',
  source: 'code-lists.md 7.5 (cuts 6, 18 and 27 of the Coesfeld concept; § 25a AufenthG and JMD: 27)',
  entries: [
    { code: '0-5', label: '0 bis 5 Jahre', from: 0 },
    { code: '6-13', label: '6 bis 13 Jahre', from: 6 },
    { code: '14-17', label: '14 bis 17 Jahre', from: 14 },
    { code: '18-26', label: '18 bis 26 Jahre', from: 18 },
    { code: '27-44', label: '27 bis 44 Jahre', from: 27 },
    { code: '45-64', label: '45 bis 64 Jahre', from: 45 },
    { code: '65+', label: '65 Jahre und älter', from: 65 },
    { code: 'unknown', label: 'unbekannt', from: Number.POSITIVE_INFINITY },
  ],
})

export const AgeGroup = codeSchema(AGE_GROUPS)

/**
 * Age group for reports and for views without names. When only the year of birth is known and leaves two
 * groups open, the younger one: a person who may be a minor counts as one.
 */
export function ageGroupAt(birth: BirthDate, on: PlainDate) {
  const age = ageAt(birth, on)
  if (age === null) return 'unknown'
  return AGE_GROUPS.entries.findLast((group) => group.from <= age.atLeast)!.code
}
