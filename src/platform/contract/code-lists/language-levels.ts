import { codeList, codeSchema } from './code-list.ts'

export const LANGUAGE_LEVELS = codeList({
  id: 'LanguageLevel',
  title: 'Sprachniveau',
  source: 'GER, code-lists.md 7.3',
  entries: [
    { code: 'none', label: 'keine Kenntnisse' },
    { code: 'A1', label: 'A1' },
    { code: 'A2', label: 'A2' },
    { code: 'B1', label: 'B1' },
    { code: 'B2', label: 'B2' },
    { code: 'C1', label: 'C1' },
    { code: 'C2', label: 'C2' },
    { code: 'firstLanguage', label: 'Erstsprache' },
  ],
})

export const LanguageLevel = codeSchema(LANGUAGE_LEVELS)
