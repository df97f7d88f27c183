import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CommissionState, MeetingState, RequestState } from '../contract/codes.ts'
import { agendaTemplate } from './agenda-template.ts'
import { calendarOf } from './calendar.ts'
import { isQuorate, overdueDays, seriesDays } from './rhythm.ts'
import {
  commissionMoves,
  meetingMoves,
  requestMoves,
  whyNotCommissionMove,
  whyNotMeetingMove,
  whyNotMinute,
  whyNotRequestMove,
} from './states.ts'
import { typeEntry } from './type-entry.ts'

const today = '2026-11-27'

describe('states', () => {
  const facts = { items: 3, onDate: today, today, closed: false, cancelReason: 'other' }

  test('a meeting moves along its edges alone, and says why not', () => {
    for (const from of MeetingState.options)
      for (const to of MeetingState.options)
        expect([from, to, whyNotMeetingMove(from, to, facts) === null]).toEqual([
          from,
          to,
          meetingMoves[from].includes(to),
        ])
    expect(whyNotMeetingMove('approved', 'held', facts)).toBe('meetingFinished')
    expect(whyNotMeetingMove('planned', 'approved', facts)).toBe('meetingMoveUnknown')
  })

  test.each([
    ['planned', 'invited', { items: 0 }, 'agendaEmpty'],
    ['planned', 'invited', { onDate: '2026-11-26' }, 'meetingInPast'],
    ['planned', 'invited', { closed: true }, 'committeeClosed'],
    ['invited', 'running', { onDate: '2026-11-28' }, 'meetingNotYet'],
    ['invited', 'cancelled', { cancelReason: null }, 'cancelReasonMissing'],
  ] as const)('%s → %s with %j is refused: %s', (from, to, differs, code) => {
    expect(whyNotMeetingMove(from, to, { ...facts, ...differs })).toBe(code)
  })

  test('minutes are written while the meeting runs and until they go to approval', () => {
    const open = MeetingState.options.filter((state) => whyNotMinute(state) === null)
    expect(open).toEqual(['running', 'held'])
  })

  test('a request for a format: each edge, and what each step needs', () => {
    const complete = { reason: 'Grund', form: 'AG', committee: true }
    for (const from of RequestState.options)
      for (const to of RequestState.options)
        expect(whyNotRequestMove(from, to, complete) === null).toBe(requestMoves[from].includes(to))
    expect(whyNotRequestMove('checked', 'designed', { ...complete, form: null })).toBe('formMissing')
    expect(whyNotRequestMove('proposed', 'declined', { ...complete, reason: null })).toBe('reasonMissing')
    expect(whyNotRequestMove('proposed', 'existing', { ...complete, committee: false })).toBe(
      'existingMissing',
    )
    expect(whyNotRequestMove('founded', 'approved', complete)).toBe('requestFinished')
  })

  test('a commission: each edge; a report says what came of it', () => {
    for (const from of CommissionState.options)
      for (const to of CommissionState.options)
        expect(whyNotCommissionMove(from, to, 'Ergebnis') === null).toBe(commissionMoves[from].includes(to))
    expect(whyNotCommissionMove('running', 'reported', null)).toBe('resultMissing')
  })
})

describe('rhythm', () => {
  test.each([
    ['2026-11-20', 7, 0],
    ['2026-11-19', 7, 1],
    ['2026-05-01', 184, 26],
    [null, 7, null],
    ['2026-11-20', null, null],
  ])('last on %s, every %s days: %s days late', (lastOn, interval, late) => {
    expect(overdueDays(lastOn, interval, { today, since: null })).toBe(late)
  })

  test('a series by week and by the same weekday of the month', () => {
    expect(seriesDays('2026-12-01', { everyUnit: 'week', everyCount: 2, lastOn: '2026-12-31' })).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2026-12-29',
    ])
    // The second Tuesday.
    expect(seriesDays('2026-12-08', { everyUnit: 'month', everyCount: 1, lastOn: '2027-03-31' })).toEqual([
      '2026-12-08',
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
    ])
    // A fifth Monday becomes the last one.
    expect(seriesDays('2026-11-30', { everyUnit: 'month', everyCount: 1, lastOn: '2027-01-31' })).toEqual([
      '2026-11-30',
      '2026-12-28',
      '2027-01-25',
    ])
  })

  test('a substitute counts for the seat; guests never do', () => {
    let count = 0
    const seat = (attendance: string, voting = true, standsInForId: string | null = null) => ({
      id: `p${(count += 1)}`,
      attendance,
      voting,
      standsInForId,
    })
    expect(isQuorate([seat('present'), seat('absent')], 50)).toBe(true)
    expect(isQuorate([seat('present'), seat('absent'), seat('excused')], 50)).toBe(false)
    expect(isQuorate([seat('present'), seat('excused'), seat('present', false, 'x')], 60)).toBe(true)
    expect(isQuorate([seat('excused'), seat('present', false)], 50)).toBe(false)
    const both = [seat('present'), seat('absent'), seat('absent')]
    expect(isQuorate([...both, seat('present', false, both[0]!.id)], 50)).toBe(false)
    expect(isQuorate([seat('absent')], null)).toBe(null)
  })
})

describe('typing in the minutes', () => {
  test.each([
    ['Die Lage wird beraten.', { kind: 'note', content: 'Die Lage wird beraten.' }],
    [
      '/beschluss 12:1:2 Die PAG wird eingerichtet.',
      { kind: 'decision', votes: { yes: 12, no: 1, abstained: 2 }, content: 'Die PAG wird eingerichtet.' },
    ],
    ['/beschluss 3:9:1 abgelehnt: Neues Gremium', { outcome: 'rejected', content: 'Neues Gremium' }],
    ['/beschluss Vertagt Neues Gremium', { outcome: 'postponed', votes: null, content: 'Neues Gremium' }],
    ['/beschluss Abgelehntes wird gesammelt', { outcome: null, content: 'Abgelehntes wird gesammelt' }],
    ['/Empfehlung Termine online anbieten', { kind: 'recommendation', content: 'Termine online anbieten' }],
    ['/vereinbarung Übergabe in 5 Tagen', { kind: 'agreement', content: 'Übergabe in 5 Tagen' }],
    ['/kenntnis Bericht', { kind: 'acknowledgement', content: 'Bericht' }],
    [
      '/auftrag @Jugendamt bis 15.01.2027 Liste der Kitas schicken',
      {
        kind: 'actionItem',
        responsible: 'Jugendamt',
        dueText: '15.01.2027',
        content: 'Liste der Kitas schicken',
      },
    ],
    [
      '/auftrag Liste schicken @"Jobcenter Moers" bis 1.2.2027',
      { kind: 'actionItem', responsible: 'Jobcenter Moers', dueText: '1.2.2027', content: 'Liste schicken' },
    ],
    ['/beshluss X', { kind: 'note', unknown: '/beshluss' }],
  ])('%s', (line, expected) => {
    expect(typeEntry(line)).toMatchObject(expected)
  })

  test('nothing typed is ever lost from a note', () => {
    const kept = (line: string) => {
      const typed = typeEntry(line)
      return typed.kind !== 'note' || typed.content === line.trim()
    }
    expect(() => fc.assert(fc.property(fc.string(), kept))).not.toThrow()
  })
})

test('a template frames the topics of the concept', () => {
  const titles = agendaTemplate(['Fallbesprechung'], { quorum: true, minutesToApprove: true }).map(
    ({ title }) => title,
  )
  expect(titles).toEqual([
    'Begrüßung und Beschlussfähigkeit',
    'Genehmigung der letzten Niederschrift',
    'Fallbesprechung',
    'Verschiedenes und nächster Termin',
  ])
})

test('a calendar: zone, stable uid, sequence, escapes, lines of at most 75 octets', () => {
  const meeting = {
    id: '0190f5a0-0000-7000-8000-000000000001',
    onDate: '2027-03-30',
    startTime: '09:30',
    endTime: '11:00',
    committee: 'Lenkungsgruppe; Kreis, Städte und Gemeinden – größer als eine einzige Zeile der Datei fasst',
    place: 'Kreishaus\nRaum 1',
    onlineUrl: null,
    sequence: 2,
    state: 'invited',
    changedAt: '2026-11-27T09:00:00.123Z',
  }
  const text = calendarOf([meeting, { ...meeting, state: 'cancelled', endTime: null }])
  const lines = text.split('\r\n')
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  const unfolded = text.replaceAll('\r\n ', '')
  expect(unfolded).toContain('DTSTART;TZID=Europe/Berlin:20270330T093000')
  expect(unfolded).toContain('DTSTAMP:20261127T090000Z')
  expect(unfolded).toContain(`UID:${meeting.id}@lotse\r\nSEQUENCE:2`)
  expect(unfolded).toContain('SUMMARY:Lenkungsgruppe\\; Kreis\\, Städte und Gemeinden')
  expect(unfolded).toContain('LOCATION:Kreishaus\\nRaum 1')
  expect(unfolded).toContain('STATUS:CANCELLED')
  expect(unfolded).toContain('DURATION:PT2H')
})
