import { expect, test } from 'vitest'
import type { ValidPaper } from '../contract/papers.ts'
import { approvalSentence } from './words.ts'
import { papersFor } from './papers-for.ts'

const paper = (id: string, organisationId: string, unitId: string | null): ValidPaper => ({
  id,
  title: id,
  handover: null,
  validFrom: '2026-01-01',
  parties: [{ organisationId, unitId, label: '', contactFunction: null, contactReach: null }],
})
const papers = [paper('whole', 'town', null), paper('unit', 'town', 'social'), paper('other', 'kreis', null)]
const ids = (organisationId: string | null, unitId: string | null = null) =>
  papersFor({ organisationId, unitId }, papers).map(({ id }) => id)

test('papers of the whole office and of its unit bind; before the unit is chosen all of them are shown', () => {
  expect(ids('town')).toEqual(['whole', 'unit'])
  expect(ids('town', 'social')).toEqual(['whole', 'unit'])
  expect(ids('town', 'youth')).toEqual(['whole'])
  expect(ids('kreis', 'social')).toEqual(['other'])
  expect(ids(null)).toEqual([])
})

test('says how far the approval is', () => {
  expect(approvalSentence({ agreed: 0, parties: [] })).toBe('noch ohne Parteien')
  expect(approvalSentence({ agreed: 1, parties: ['a', 'b'] })).toBe('1 von 2 stimmen zu')
  expect(approvalSentence({ agreed: 2, parties: ['a', 'b'] })).toBe('alle stimmen zu')
})
