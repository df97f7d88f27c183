import { codeList, codeSchema } from './code-list.ts'

export const VOCATIONAL_QUALIFICATIONS = codeList({
  id: 'VocationalQualification',
  title: 'Berufsabschluss',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'none', label: 'ohne Berufsabschluss' },
    { code: 'apprenticeship', label: 'Ausbildung' },
    { code: 'master', label: 'Meister' },
    { code: 'bachelorDegree', label: 'Bachelor' },
    { code: 'masterDegree', label: 'Master' },
    { code: 'doctorate', label: 'Promotion' },
  ],
})

export const VocationalQualification = codeSchema(VOCATIONAL_QUALIFICATIONS)
