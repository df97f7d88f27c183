import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CommissionState, MeetingState, PartyState, RequestState } from '../contract/codes.ts'
import { agendaTemplate } from './agenda-template.ts'
import { calendarOf } from './calendar.ts'
import { isQuorate, overdueDays, seriesDays } from './rhythm.ts'
import {
  commissionMoves,
  meetingMoves,
  requestMoves,
  whyNotAgenda,
  whyNotAnswer,
  whyNotCommissionMove,
  whyNotMeetingMove,
  whyNotMinute,
  whyNotRequestMove,
} from './states.ts'
import { typeEntry } from './type-entry.ts'

const today = '2026-11-27'

describe('states', () => {
  test('the answer of a party is given once; put right freely before the approval, with a reason after it', () => {
    const why = (from: PartyState, to: PartyState, approved: boolean, remark: string | null) =>
      whyNotAnswer(from, to, { approved, remark })
    expect(why('open', 'ratified', true, null)).toBeNull()
    expect(why('open', 'open', false, 'x')).toBe('partyStillOpen')
    expect(why('declined', 'ratified', false, null)).toBeNull()
    expect(why('ratified', 'open', true, null)).toBe('correctionReasonMissing')
    expect(why('ratified', 'open', true, 'Irrtum')).toBeNull()
  })

  const facts = { items: 3, onDate: today, today, closed: false, cancelReason: 'other' }
  const ways = (moves: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(moves).map(([from, to]) => [from, ...to].join(' '))

  test('the ways of a meeting, a request for a format and a commission', () => {
    expect(ways(meetingMoves)).toEqual([
      'planned invited running cancelled',
      'invited running cancelled',
      'running held',
      'held inApproval',
      'inApproval approved held',
      'approved',
      'cancelled',
    ])
    expect(ways(requestMoves)).toEqual([
      'proposed checked existing declined withdrawn',
      'checked designed existing declined withdrawn',
      'designed approved declined withdrawn',
      'approved founded',
      'declined',
      'existing',
      'withdrawn',
      'founded',
    ])
    expect(ways(commissionMoves)).toEqual([
      'given accepted returned',
      'accepted running returned',
      'running reported returned',
      'reported done running',
      'done',
      'returned',
    ])
  })

  test('a meeting moves along its edges alone, and says why not', () => {
    for (const from of MeetingState.options)
      for (const to of MeetingState.options)
        expect([from, to, whyNotMeetingMove(from, to, facts) === null]).toEqual([
          from,
          to,
          meetingMoves[from].includes(to),
        ])
    expect(whyNotMeetingMove('approved', 'held', facts)).toBe('meetingFinished')
    expect(whyNotMeetingMove('cancelled', 'planned', facts)).toBe('meetingFinished')
    expect(whyNotMeetingMove('planned', 'approved', facts)).toBe('meetingMoveUnknown')
    // A committee that was closed, an empty agenda or another day stop nothing but what they are about.
    const other = { ...facts, closed: true, items: 0, onDate: '2026-11-26' }
    expect(whyNotMeetingMove('invited', 'running', other)).toBeNull()
    expect(whyNotMeetingMove('invited', 'cancelled', other)).toBeNull()
    expect(
      whyNotMeetingMove('running', 'held', { ...facts, onDate: '2026-11-28', cancelReason: null }),
    ).toBeNull()
    expect(whyNotMeetingMove('planned', 'invited', { ...facts, onDate: '2026-11-28' })).toBeNull()
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
    expect(MeetingState.options.map(whyNotMinute)).toEqual([
      'meetingNotRunning',
      'meetingNotRunning',
      null,
      null,
      'minutesFixed',
      'minutesFixed',
      'meetingNotRunning',
    ])
    expect(MeetingState.options.map(whyNotAgenda)).toEqual([
      null,
      null,
      null,
      ...Array.from({ length: 4 }, () => 'agendaFixed'),
    ])
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
    expect(whyNotRequestMove('proposed', 'founded', complete)).toBe('requestMoveUnknown')
    for (const to of ['declined', 'withdrawn', 'existing'] as const)
      expect(whyNotRequestMove('checked', to, { ...complete, reason: '' })).toBe('reasonMissing')
    const nothing = { reason: null, form: null, committee: false }
    expect(whyNotRequestMove('proposed', 'checked', nothing)).toBeNull()
    expect(whyNotRequestMove('designed', 'approved', nothing)).toBeNull()
    expect(whyNotRequestMove('proposed', 'declined', { ...nothing, reason: 'Grund' })).toBeNull()
  })

  test('a commission: each edge; a report says what came of it', () => {
    for (const from of CommissionState.options)
      for (const to of CommissionState.options)
        expect(whyNotCommissionMove(from, to, 'Ergebnis') === null).toBe(commissionMoves[from].includes(to))
    expect(whyNotCommissionMove('running', 'reported', null)).toBe('resultMissing')
    expect(whyNotCommissionMove('given', 'returned', '')).toBe('resultMissing')
    expect(whyNotCommissionMove('given', 'accepted', null)).toBeNull()
    expect(whyNotCommissionMove('done', 'running', 'Ergebnis')).toBe('commissionFinished')
    expect(whyNotCommissionMove('given', 'done', 'Ergebnis')).toBe('commissionMoveUnknown')
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

  test('before the first meeting the distance runs from the founding', () => {
    expect(overdueDays(null, 7, { today, since: '2026-11-18' })).toBe(2)
    expect(overdueDays('2026-11-25', 7, { today, since: '2026-01-01' })).toBe(0)
  })

  test('property: a monthly series keeps its weekday, one day a month, never more than 60', () => {
    const aDay = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 4 }), (first, everyCount) => {
        const series = { everyUnit: 'month' as const, everyCount, lastOn: '2036-12-31' }
        const days = seriesDays(first.toString(), series).map((day) => Temporal.PlainDate.from(day))
        expect(days.length).toBeLessThanOrEqual(60)
        for (const [at, day] of days.entries()) {
          expect(day.dayOfWeek).toBe(first.dayOfWeek)
          const month = first.with({ day: 1 }).add({ months: at * everyCount })
          expect([day.year, day.month]).toEqual([month.year, month.month])
          const last = day.day + 7 > day.daysInMonth
          const [nth, wanted] = [Math.ceil(day.day / 7), Math.ceil(first.day / 7)]
          expect(nth === wanted || (wanted === 5 && last)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a series ends with its last day and after 60', () => {
    const weekly = { everyUnit: 'week' as const, everyCount: 1 }
    expect(seriesDays('2026-12-01', { ...weekly, lastOn: '2026-12-08' })).toEqual([
      '2026-12-01',
      '2026-12-08',
    ])
    expect(seriesDays('2026-12-01', { ...weekly, lastOn: '2026-11-30' })).toEqual([])
    expect(seriesDays('2026-12-01', { ...weekly, lastOn: '2036-12-08' })).toHaveLength(60)
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
    // Without a voting seat nothing can be decided, whatever is asked.
    expect(isQuorate([seat('present', false)], 0)).toBe(false)
    expect(isQuorate([], 0)).toBe(false)
    expect(isQuorate([seat('absent'), seat('excused', false, both[1]!.id)], 1)).toBe(false)
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
    [
      '  /BESCHLUSS   1:2:3   Neu  ',
      { kind: 'decision', votes: { yes: 1, no: 2, abstained: 3 }, content: 'Neu' },
    ],
    [
      '/beschluss 123:0:0 angenommen, Neu',
      { votes: { yes: 123, no: 0, abstained: 0 }, outcome: 'adopted', content: 'Neu' },
    ],
    ['/beschluss 1234:0:0 Neu', { votes: null, content: '1234:0:0 Neu' }],
    ['/beschluss 1:2:3', { votes: null, content: '1:2:3' }],
    ['/beschluss Um 1:2:3 Uhr', { votes: null, content: 'Um 1:2:3 Uhr' }],
    ['/beschluss Wird vertagt bis März', { outcome: null, content: 'Wird vertagt bis März' }],
    ['/beschluss angenommen. Neu', { outcome: 'adopted', content: 'Neu' }],
    ['/beschluss 1:0:0 Zeile eins\nZeile zwei', { content: 'Zeile eins\nZeile zwei' }],
    ['/kenntnis 1:2:3 vertagt', { votes: null, outcome: null, content: '1:2:3 vertagt' }],
    ['  eine Notiz  ', { kind: 'note', content: 'eine Notiz', unknown: null, responsible: null }],
    ['Text /beschluss', { kind: 'note', content: 'Text /beschluss', unknown: null }],
    [
      '/projektauftrag – Konzept,  bis  1.12.2027   schreiben',
      { kind: 'commission', responsible: null, dueText: '1.12.2027', content: 'Konzept, schreiben' },
    ],
    [
      '/auftrag Mail an kim@example.org',
      { responsible: null, dueText: null, content: 'Mail an kim@example.org' },
    ],
    ['/auftrag Liste BIS 15.01.2027', { dueText: '15.01.2027', content: 'Liste' }],
    ['/auftrag Liste bis 1.2.27', { dueText: null, content: 'Liste bis 1.2.27' }],
    ['/auftrag Kürbis 1.2.2027', { dueText: null, content: 'Kürbis 1.2.2027' }],
    ['/auftrag @KI: Liste', { responsible: 'KI:', votes: null, outcome: null, unknown: null }],
    ['/auftrag - , : Liste', { content: 'Liste' }],
    ['/beshluss X', { kind: 'note', unknown: '/beshluss' }],
  ])('%s', (line, expected) => {
    expect(typeEntry(line)).toMatchObject(expected)
  })

  test.for([
    ['/empfehlung @Lenkungsgruppe Kurse planen', 'Lenkungsgruppe', 'Kurse planen'],
    ['/empfehlung @"AG Sprache": Kurse', 'AG Sprache', 'Kurse'],
    ['/empfehlung Mail an a@b prüfen', null, 'Mail an a@b prüfen'],
  ] as const)('%s goes to %s', ([line, responsible, content]) => {
    expect(typeEntry(line)).toMatchObject({ kind: 'recommendation', responsible, content })
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
  const short = agendaTemplate(['A', 'B'], { quorum: false, minutesToApprove: false })
  expect(short).toEqual([
    { title: 'Begrüßung und Tagesordnung', kind: 'opening' },
    { title: 'A', kind: 'topic' },
    { title: 'B', kind: 'topic' },
    { title: 'Verschiedenes und nächster Termin', kind: 'closing' },
  ])
  const [, approval] = agendaTemplate([], { quorum: true, minutesToApprove: true })
  expect(approval!.kind).toBe('opening')
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
  expect(unfolded).toContain('DTEND;TZID=Europe/Berlin:20270330T110000')
  expect(unfolded.match(/DTEND|DURATION/g)).toHaveLength(2)
})

test('a calendar file is complete: every part begins, ends and says what it must (RFC 5545)', () => {
  const meeting = {
    id: 'm1',
    onDate: '2027-03-30',
    startTime: '09:30:15',
    endTime: null,
    committee: 'Runde \\ A',
    place: null,
    onlineUrl: null,
    sequence: 0,
    state: 'planned',
    changedAt: '2026-11-27T09:00:00Z',
  }
  const place = { place: 'Kreishaus', onlineUrl: 'https://v.example.org/1;2' }
  const text = calendarOf([meeting, { ...meeting, ...place, state: 'held' }])
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const lines = text.split('\r\n')
  expect(lines.slice(0, 5)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lotse//Gremien//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ])
  const open: string[] = []
  for (const line of lines.slice(0, -1)) {
    const [name, value] = line.split(':') as [string, string]
    if (name === 'BEGIN') open.push(value)
    else if (name === 'END') expect(open.pop()).toBe(value)
    else expect(line).toMatch(/^[A-Z]+(;[A-Z]+=[^:]+)?:.+/)
  }
  expect(open).toEqual([])
  expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20270330T093015')
  expect(lines).toContain('SUMMARY:Runde \\\\ A')
  expect(lines.filter((line) => line.startsWith('LOCATION'))).toEqual([
    'LOCATION:Kreishaus\\, https://v.example.org/1\\;2',
  ])
  expect(lines.filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:TENTATIVE', 'STATUS:CONFIRMED'])
})

test('the calendar knows when Berlin changes its clock', () => {
  const lines = calendarOf([]).split('\r\n')
  const part = (name: string) => lines.slice(lines.indexOf(`BEGIN:${name}`) + 1, lines.indexOf(`END:${name}`))
  expect(part('VTIMEZONE')[0]).toBe('TZID:Europe/Berlin')
  expect(part('DAYLIGHT')).toEqual([
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'TZNAME:CEST',
    'DTSTART:19700329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  ])
  expect(part('STANDARD')).toEqual([
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'TZNAME:CET',
    'DTSTART:19701025T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  ])
})

test('property: a line of the calendar is folded at 75 octets without losing a letter', () => {
  const aName = fc.string({ unit: fc.constantFrom('a', 'ß', '€', '😀', ' '), minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(aName, (committee) => {
      const lines = calendarOf([
        {
          id: 'm',
          onDate: '2027-03-30',
          startTime: '09:30',
          endTime: null,
          committee,
          place: null,
          onlineUrl: null,
          sequence: 0,
          state: 'held',
          changedAt: '2026-11-27T09:00:00Z',
        },
      ]).split('\r\n')
      const octets = (line: string) => new TextEncoder().encode(line).length
      const at = lines.findIndex((line) => line.startsWith('SUMMARY:'))
      const folded = lines.slice(at).filter((line, index) => index === 0 || line.startsWith(' '))
      expect(folded.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(
        `SUMMARY:${committee}`,
      )
      for (const [index, line] of folded.entries()) {
        expect(octets(line)).toBeLessThanOrEqual(75)
        // A letter of at most four octets is carried over only where it did not fit.
        if (index < folded.length - 1) expect(octets(line)).toBeGreaterThan(70)
      }
    }),
  )
})
