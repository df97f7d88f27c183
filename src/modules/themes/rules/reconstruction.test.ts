import { expect, test } from 'vitest'
import {
  actionsIn,
  datedFields,
  methodSteps,
  namesDate,
  whyNotReopen,
  whyNotTake,
  whyNotWork,
} from './reconstruction.ts'

test.each(['am 21.11.2026', '3.4.', '2026-11-21', 'seit 11/2026', 'am 3. März', 'Sept. 2024', 'im Mai 2025'])(
  '%s is a date',
  (text) => expect(namesDate(text)).toBe(true),
)
test.each(['Monat 3', 'nach 6 Wochen', '§ 16a SGB II', 'Gesetz von 2021', 'Version 1.2', 'Maibaum', null])(
  '%s is none',
  (text) => expect(namesDate(text)).toBe(false),
)

test.each(
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jan Feb Apr Jun Jul Aug Sep Sept Okt Nov Dez'
    .split(' ')
    .flatMap((month) => [
      `im ${month} 2026`,
      `am 3. ${month}`,
      `am 14.${month.toUpperCase()}`,
      `${month}. 2026`,
    ]),
)('„%s“ is a date', (text) => expect(namesDate(text)).toBe(true))

test.each(['21.11.', '1. 2. 26', 'am 01.02.2026 dort', 'am 1.12.', '1/2026'])('„%s“ is a date', (text) =>
  expect(namesDate(text)).toBe(true),
)
test.each([
  'Kap. 1.2.3.4',
  'Abs. 3.12.1.',
  '123/2026',
  '1/20261',
  '5. Maimarkt',
  'Normai 2026',
  'Mai',
  'Mai 26',
  '1.2',
])('„%s“ is none', (text) => expect(namesDate(text)).toBe(false))

test('each field of a station is named', () => {
  const station = { title: 'Antrag', happened: 'am 1.2.2026 abgelehnt', actors: null, helped: null }
  expect(datedFields([{ ...station, happened: null }, station])).toEqual(['stations.1.happened'])
  const day = '1.2.2026'
  expect(datedFields([{ title: day, happened: day, actors: day, helped: day }])).toEqual([
    'stations.0.title',
    'stations.0.happened',
    'stations.0.actors',
    'stations.0.helped',
  ])
})

test('the method has its twelve steps, each with a name', () => {
  expect(methodSteps.filter((name) => /^[A-ZÄÖÜ]/u.test(name))).toHaveLength(12)
})

test('offered → running → done → running; each state allows its own', () => {
  const of = (state: 'offered' | 'running' | 'done' | 'declined') => [
    whyNotTake(state),
    whyNotWork(state),
    whyNotReopen(state),
  ]
  const [take, work, reopen] = [
    'reconstructionNotOffered',
    'reconstructionNotRunning',
    'reconstructionNotEnded',
  ]
  expect(of('offered')).toEqual([null, work, reopen])
  expect(of('running')).toEqual([take, null, reopen])
  expect(of('done')).toEqual([take, work, null])
  expect(of('declined')).toEqual([take, work, reopen])
  expect((['offered', 'running', 'done', 'declined'] as const).map(actionsIn)).toEqual([
    ['take', 'decline'],
    ['change', 'end'],
    ['reopen'],
    [],
  ])
})
