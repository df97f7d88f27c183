import { expect, test } from 'vitest'
import { actionsIn, datedFields, namesDate, whyNotReopen, whyNotTake, whyNotWork } from './reconstruction.ts'

test.each(['am 21.11.2026', '3.4.', '2026-11-21', 'seit 11/2026', 'am 3. März', 'Sept. 2024', 'im Mai 2025'])(
  '%s is a date',
  (text) => expect(namesDate(text)).toBe(true),
)
test.each(['Monat 3', 'nach 6 Wochen', '§ 16a SGB II', 'Gesetz von 2021', 'Version 1.2', 'Maibaum', null])(
  '%s is none',
  (text) => expect(namesDate(text)).toBe(false),
)

test('each field of a station is named', () => {
  const station = { title: 'Antrag', happened: 'am 1.2.2026 abgelehnt', actors: null, helped: null }
  expect(datedFields([{ ...station, happened: null }, station])).toEqual(['stations.1.happened'])
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
  expect(actionsIn('declined')).toEqual([])
})
