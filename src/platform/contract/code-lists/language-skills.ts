import { codeList, codeSchema } from './code-list.ts'

export const LANGUAGE_SKILLS = codeList({
  id: 'LanguageSkill',
  title: 'Sprachfertigkeit',
  source: 'Own list, code-lists.md 7.3',
  entries: [
    { code: 'listening', label: 'Hören' },
    { code: 'reading', label: 'Lesen' },
    { code: 'speaking', label: 'Sprechen' },
    { code: 'writing', label: 'Schreiben' },
  ],
})

export const LanguageSkill = codeSchema(LANGUAGE_SKILLS)
