import { codeList, codeSchema } from './code-list.ts'

export const QUALIFICATION_ORIGINS = codeList({
  id: 'QualificationOrigin',
  title: 'Ort des Abschlusses',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'germany', label: 'Inland' },
    { code: 'abroad', label: 'Ausland' },
  ],
})

export const QualificationOrigin = codeSchema(QUALIFICATION_ORIGINS)
