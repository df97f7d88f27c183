import { expect, test } from 'vitest'
import { mentionsOfUnheard, standingOf, unaskedCount, whyNotOrganisationStep } from './named-organisation.ts'

const today = '2026-11-21'
const code = (
  row: Parameters<typeof whyNotOrganisationStep>[0],
  state: Parameters<typeof whyNotOrganisationStep>[1]['state'],
  on = today,
  answer: string | null = 'Gern',
) => whyNotOrganisationStep(row, { state, on, answer }, today)?.code ?? null

test.each([
  ['named', 'asked', '2026-11-22', 'on'],
  ['asked', 'asked', today, 'state'],
  ['named', 'answered', today, 'state'],
  ['answered', 'noAnswer', today, 'state'],
  ['asked', 'answered', '2026-11-09', 'on'],
  ['asked', 'answered', today, 'answer'],
] as const)('%s, to %s on %s: the fault is shown at „%s“', (state, to, on, field) => {
  const row = { state, askedOn: '2026-11-10' }
  expect(whyNotOrganisationStep(row, { state: to, on, answer: null }, today)?.field).toBe(field)
})

test('an answer may come on the day of the question', () => {
  expect(code({ state: 'asked', askedOn: today }, 'answered')).toBeNull()
})

test('named → asked → answered or not answered; a late answer counts, an answer stays', () => {
  const named = { state: 'named', askedOn: null } as const
  const asked = { state: 'asked', askedOn: '2026-11-10' } as const
  expect(code(named, 'asked')).toBeNull()
  expect(code(named, 'asked', '2026-11-22')).toBe('themeViewInFuture')
  expect(code(named, 'answered')).toBe('themeOrganisationNotAsked')
  expect(code(asked, 'asked')).toBe('themeOrganisationAsked')
  expect(code(asked, 'answered', '2026-11-09')).toBe('themeAnswerBeforeQuestion')
  expect(code(asked, 'answered', today, null)).toBe('themeAnswerMissing')
  expect([code(asked, 'answered'), code(asked, 'noAnswer', today, null)]).toEqual([null, null])
  expect(code({ ...asked, state: 'noAnswer' }, 'answered')).toBeNull()
  expect(code({ ...asked, state: 'answered' }, 'noAnswer')).toBe('themeOrganisationSettled')
})

test('the theme leaves an office out with a reason, before it is asked; it may be asked after all', () => {
  const named = { state: 'named', askedOn: null } as const
  expect(code(named, 'omitted', today, null)).toBe('themeOmissionUnexplained')
  expect(code(named, 'omitted')).toBeNull()
  expect(code({ state: 'asked', askedOn: today }, 'omitted')).toBe('themeOrganisationAsked')
  expect(code({ state: 'omitted', askedOn: null }, 'asked')).toBeNull()
  expect(code({ state: 'omitted', askedOn: null }, 'answered')).toBe('themeOrganisationNotAsked')
  expect(code({ state: 'declined', askedOn: today }, 'answered')).toBe('themeOrganisationSettled')
})

const at = (state: 'asked' | 'answered' | 'declined' | 'noAnswer', askedOn = '2026-11-01') => ({
  state,
  askedOn,
})
test.each([
  ['named', [], 'named'],
  ['named', [at('asked')], 'asked'],
  ['named', [at('asked'), at('noAnswer')], 'noAnswer'],
  ['named', [at('noAnswer'), at('answered'), at('declined')], 'answered'],
  ['asked', [at('noAnswer')], 'asked'],
  ['asked', [at('declined')], 'declined'],
  ['noAnswer', [at('answered')], 'answered'],
  ['answered', [at('declined')], 'answered'],
  ['omitted', [at('answered')], 'omitted'],
] as const)('%s here and %j at barriers: %s', (state, views, expected) => {
  const askedOn = state === 'named' || state === 'omitted' ? null : '2026-11-10'
  const standing = standingOf({ state, askedOn }, views)
  expect(standing.state).toBe(expected)
  expect(standing.askedOn).toBe(standing.state === state ? askedOn : '2026-11-01')
})

const plain = { kind: 'other', town: null, units: [] }
const facts = (id: string, name: string, more: object = {}) => ({ id, name, key: id, ...plain, ...more })
const district = [
  facts('jc', 'Jobcenter Kreis Wesel', { kind: 'jobcenter' }),
  facts('kreis', 'Kreis Wesel', {
    kind: 'kreis',
    units: [{ kind: 'immigrationAuthority', label: 'ABH', mark: null }],
  }),
  facts('stadt', 'Stadt Wesel', {
    kind: 'municipality',
    town: 'Wesel',
    units: [{ kind: 'immigrationAuthority', label: 'ABH', mark: null }],
  }),
  facts('caritas', 'Caritasverband Wesel', { kind: 'welfare' }),
]
const listed = (organisationId: string, state: 'named' | 'omitted' | 'asked') => ({ organisationId, state })
const named = (text: string, ...rows: ReturnType<typeof listed>[]) =>
  mentionsOfUnheard(rows, district, { description: text, goal: null }).map((one) => [
    one.organisationId,
    one.text,
  ])

test('who is left out or not listed at all counts where the words name it, who was asked does not', () => {
  const rows = [listed('jc', 'named'), listed('caritas', 'omitted')]
  expect(named('Kein Platz im Kreis Wesel', ...rows)).toEqual([])
  expect(unaskedCount(rows, [])).toBe(1)
  expect(named('Die Caritas zögert', ...rows)).toEqual([['caritas', 'Caritas']])
  const found = mentionsOfUnheard(rows, district, { title: 'Caritas und JC Wesel', description: 'ABH Wesel' })
  expect(unaskedCount(rows, found)).toBe(4)
  expect(found.map(({ field, from, to }) => [field, from, to])).toContainEqual(['title', 12, 20])
  expect(named('Das JC Wesel', listed('jc', 'asked'))).toEqual([])
})

test('a longer name covers a shorter one, and who was asked explains words that may mean two', () => {
  expect(named('Jobcenter Kreis Wesel')).toEqual([['jc', 'Jobcenter Kreis Wesel']])
  expect(named('ABH Wesel').map(([id]) => id)).toEqual(['kreis', 'stadt'])
  expect(named('ABH Wesel', listed('stadt', 'asked'))).toEqual([])
  expect(named('ABH Wesel', listed('stadt', 'named'))).toEqual([['stadt', 'ABH Wesel']])
})

test('the name of a Kreis or a town alone is a place, unless the theme lists its administration', () => {
  expect(named('Kreis Wesel und Stadt Wesel planen')).toEqual([])
  expect(named('Die Stadt Wesel plant', listed('stadt', 'omitted'))).toEqual([['stadt', 'Stadt Wesel']])
  expect(named('Kurse in der Stadt Wesel', listed('stadt', 'omitted'))).toEqual([])
})
