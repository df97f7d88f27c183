import { codeList, codeSchema } from './code-list.ts'

export const HOUSEHOLD_ROLES = codeList({
  id: 'HouseholdRole',
  title: 'Rolle im Haushalt',
  source: 'Own list, code-lists.md 7.5 (values ours)',
  entries: [
    { code: 'client', label: 'Ratsuchende Person' },
    { code: 'partner', label: 'Ehe- oder Lebenspartner/in' },
    { code: 'child', label: 'Kind' },
    { code: 'parent', label: 'Elternteil' },
    { code: 'sibling', label: 'Bruder oder Schwester' },
    { code: 'grandparent', label: 'Großelternteil' },
    { code: 'otherRelative', label: 'andere verwandte Person' },
    { code: 'otherPerson', label: 'andere Person im Haushalt' },
  ],
})

export const HouseholdRole = codeSchema(HOUSEHOLD_ROLES)
