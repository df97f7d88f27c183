import { codeList, codeSchema } from './code-list.ts'

export const LITERACY_LEVELS = codeList({
  id: 'LiteracyLevel',
  title: 'Alphabetisierung',
  source: 'Own list, code-lists.md 7.3',
  entries: [
    { code: 'none', label: 'nicht alphabetisiert' },
    { code: 'otherScript', label: 'in anderer Schrift alphabetisiert' },
    { code: 'latin', label: 'in lateinischer Schrift alphabetisiert' },
  ],
})

export const LiteracyLevel = codeSchema(LITERACY_LEVELS)
