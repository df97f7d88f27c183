import { codeList, codeSchema } from './code-list.ts'

export const GENDERS = codeList({
  id: 'Gender',
  title: 'Geschlecht',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'female', label: 'weiblich' },
    { code: 'male', label: 'männlich' },
    { code: 'diverse', label: 'divers' },
    { code: 'notStated', label: 'ohne Angabe' },
  ],
})

export const Gender = codeSchema(GENDERS)
