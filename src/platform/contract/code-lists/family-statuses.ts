import { codeList, codeSchema } from './code-list.ts'

export const FAMILY_STATUSES = codeList({
  id: 'FamilyStatus',
  title: 'Familienstand',
  source: 'Own list, code-lists.md 7.5 (values ours)',
  entries: [
    { code: 'single', label: 'ledig' },
    { code: 'married', label: 'verheiratet' },
    { code: 'civilPartnership', label: 'eingetragene Lebenspartnerschaft' },
    { code: 'separated', label: 'getrennt lebend' },
    { code: 'divorced', label: 'geschieden' },
    { code: 'widowed', label: 'verwitwet' },
    { code: 'notStated', label: 'ohne Angabe' },
  ],
})

export const FamilyStatus = codeSchema(FAMILY_STATUSES)
