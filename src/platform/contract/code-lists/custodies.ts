import { codeList, codeSchema } from './code-list.ts'

export const CUSTODIES = codeList({
  id: 'Custody',
  title: 'Sorgerecht',
  source: 'Own list, code-lists.md 7.5 (values ours)',
  entries: [
    { code: 'joint', label: 'gemeinsame Sorge' },
    { code: 'oneParent', label: 'ein Elternteil allein' },
    { code: 'guardian', label: 'Vormund' },
    { code: 'partlyGuardian', label: 'Eltern und Ergänzungspflegschaft' },
    { code: 'unclear', label: 'ungeklärt' },
    { code: 'notStated', label: 'ohne Angabe' },
  ],
})

export const Custody = codeSchema(CUSTODIES)
