import { describe, expect, test } from 'vitest'
import type { AgendaItemView, MeetingView, ParticipantView } from '../contract/meetings.ts'
import type { EntryView } from '../contract/minutes.ts'
import {
  agendaBlocks,
  invitationBlocks,
  invitationText,
  mailedBlocks,
  meetingName,
  minutesBlocks,
  paperBlocks,
  type Block,
} from './print.ts'

const item = (id: string, more: Partial<AgendaItemView> = {}) =>
  ({
    id,
    title: `Punkt ${id}`,
    detail: null,
    kind: 'topic',
    purpose: 'information',
    presenter: null,
    minutes: null,
    subjectTitle: null,
    isPublic: true,
    withoutB3: false,
    ...more,
  }) as AgendaItemView
const participant = (heldBy: string, attendance: string, functionLabel: string | null = null) =>
  ({ heldBy, attendance, functionLabel }) as ParticipantView
const meeting = {
  committee: 'Lenkungsgruppe',
  title: null,
  number: 4,
  onDate: '2026-12-03',
  startTime: '09:30',
  endTime: '11:00',
  form: 'hybrid',
  place: 'Kreishaus',
  onlineUrl: 'https://video.example.org/4',
  approvedOn: null,
  quorate: null,
  items: [item('a'), item('b', { isPublic: false })],
  participants: [],
} as unknown as MeetingView
const entry = (agendaItemId: string, kind: EntryView['kind'], more: Partial<EntryView> = {}) =>
  ({
    agendaItemId,
    kind,
    content: 'Inhalt',
    isPublic: true,
    struck: false,
    responsible: null,
    dueOn: null,
    votes: null,
    outcome: null,
    parties: [],
    ...more,
  }) as unknown as EntryView
const texts = (blocks: readonly Block[]) => blocks.flatMap((block) => ('text' in block ? [block.text] : []))
const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))

test.each([
  [{}, '4. Sitzung: Lenkungsgruppe'],
  [{ number: null }, 'Sitzung: Lenkungsgruppe'],
  [{ title: 'Klausurtag' }, 'Klausurtag'],
])('a meeting %j is called „%s“', (change, name) => expect(meetingName({ ...meeting, ...change })).toBe(name))

test('the agenda of a mail has nothing for this room alone', () => {
  const items = [
    item('offen'),
    item('intern', { isPublic: false }),
    item('ohne', { withoutB3: true }),
    item('Fall', { kind: 'case' }),
  ]
  const [table] = tables(mailedBlocks({ ...meeting, items }))
  expect(table!.rows.map(([, title]) => title)).toEqual(['Punkt offen'])
  expect(texts(mailedBlocks(meeting))[0]).toContain('laden wir Sie ein')
})

describe('the facts of a meeting head every paper', () => {
  const pairs = (change: Partial<MeetingView> = {}) => {
    const [head] = agendaBlocks({ ...meeting, ...change }, false)
    return head!.kind === 'facts' ? head!.pairs : []
  }
  test('all of them', () => {
    expect(pairs()).toEqual([
      ['Gremium', 'Lenkungsgruppe'],
      ['Tag', 'Donnerstag, 03.12.2026'],
      ['Zeit', '09:30 bis 11:00 Uhr'],
      ['Form', 'Vor Ort und per Video'],
      ['Ort', 'Kreishaus'],
      ['Zugang', 'https://video.example.org/4'],
    ])
  })
  test('what is not known has no line', () => {
    const labels = pairs({ place: null, onlineUrl: null, endTime: null })
    expect(labels.map(([label]) => label)).toEqual(['Gremium', 'Tag', 'Zeit', 'Form'])
    expect(labels[2]![1]).toBe('09:30 Uhr')
  })
  test('the day carries its weekday', () => {
    for (let day = 1; day <= 7; day += 1) {
      const onDate = `2026-12-0${day}`
      const weekday = new Intl.DateTimeFormat('de', { weekday: 'long' }).format(new Date(onDate))
      expect(pairs({ onDate })[1]![1]).toBe(`${weekday}, 0${day}.12.2026`)
    }
  })
})

describe('the agenda', () => {
  const rows = (items: AgendaItemView[], publicOnly = false) =>
    tables(agendaBlocks({ ...meeting, items }, publicOnly))[0]?.rows

  test('numbers its items and says purpose, who speaks and how long', () => {
    const blocks = agendaBlocks(meeting, false)
    expect(blocks[1]).toEqual({ kind: 'heading', level: 1, text: 'Tagesordnung' })
    const [table] = tables(blocks)
    expect(table!.header).toEqual(['TOP', 'Thema', 'Art', 'Vortrag'])
    expect(table!.widths).toHaveLength(table!.header.length)
    expect(
      rows([
        item('a', { detail: 'Dazu die Vorlage.', purpose: 'decision', presenter: 'Jugendamt', minutes: 20 }),
        item('b', { isPublic: false, withoutB3: true, minutes: 5 }),
        item('c', { presenter: 'KI' }),
      ]),
    ).toEqual([
      ['1', 'Punkt a\nDazu die Vorlage.', 'zur Entscheidung', 'Jugendamt, 20 Min.'],
      ['2', 'Punkt b', 'zur Kenntnis, nicht öffentlich, ohne Baustein 3', '5 Min.'],
      ['3', 'Punkt c', 'zur Kenntnis', 'KI'],
    ])
    expect(rows([item('a')])![0]![3]).toBe('–')
  })
  test('never prints the details of a case', () => {
    expect(rows([item('a', { kind: 'case', detail: 'Familie in Not' })])![0]![1]).toBe('Punkt a')
  })
  test('for the public leaves out what is not public, and says so in its heading', () => {
    expect(rows([item('a', { isPublic: false }), item('b')], true)!.map(([, title]) => title)).toEqual([
      'Punkt b',
    ])
    expect(texts(agendaBlocks(meeting, true))).toEqual(['Tagesordnung, öffentlicher Teil'])
  })
  test('without an item says that there is none', () => {
    const [, , last] = agendaBlocks({ ...meeting, items: [item('a', { isPublic: false })] }, true)
    expect(last).toMatchObject({ kind: 'note', text: expect.stringMatching(/noch keine Punkte.*\.$/) })
  })
})

describe('the invitation', () => {
  test('as a letter: greeting, agenda, request for an answer', () => {
    const blocks = invitationBlocks(meeting, false)
    expect(blocks[0]).toEqual({
      kind: 'text',
      text: 'Guten Tag,\n\nzur 4. Sitzung: Lenkungsgruppe am Donnerstag, 03.12.2026 laden wir Sie ein.',
    })
    expect(blocks.slice(1, -1)).toEqual(agendaBlocks(meeting, false))
    expect(blocks.at(-1)).toMatchObject({
      kind: 'text',
      text: expect.stringMatching(/^Bitte.*\n\nMit freundlichen Grüßen$/),
    })
  })
  test('as a mail: day, time and place, no topics and no names', () => {
    const participants = [participant('Kim Muster', 'invited')]
    const mail = invitationText({ ...meeting, participants } as MeetingView)
    expect(mail).toBe(`Guten Tag,

wir laden Sie ein: 4. Sitzung: Lenkungsgruppe
Donnerstag, 03.12.2026, 09:30 bis 11:00 Uhr
Kreishaus
https://video.example.org/4

Tagesordnung und Unterlagen finden Mitglieder mit Zugang in Lotse unter „Meine Gremien“. Die Tagesordnung liegt
sonst als PDF bei; der Termin steht in der beigefügten Kalenderdatei.

Bitte geben Sie Bescheid, ob Sie kommen oder wer Sie vertritt.

Mit freundlichen Grüßen`)
    expect(invitationText({ ...meeting, place: null, onlineUrl: null })).toContain('Uhr\n\nTagesordnung')
  })
})

describe('the minutes', () => {
  const lines = (entries: EntryView[], publicOnly = false, change: Partial<MeetingView> = {}) =>
    texts(minutesBlocks({ ...meeting, ...change }, entries, publicOnly))

  test('say that they are a draft, or since when they are approved, and whether there was a quorum', () => {
    expect(lines([])).toEqual(['Entwurf, noch nicht genehmigt.', 'TOP 1: Punkt a', 'TOP 2: Punkt b'])
    expect(lines([], false, { approvedOn: '2027-01-15', quorate: true }).slice(0, 2)).toEqual([
      'Genehmigt am 15.01.2027.',
      'Das Gremium ist beschlussfähig.',
    ])
    expect(lines([], false, { quorate: false })[1]).toBe('Das Gremium ist nicht beschlussfähig.')
    const kinds = minutesBlocks({ ...meeting, quorate: true }, [], false).map(({ kind }) => kind)
    expect(kinds).toEqual(['facts', 'note', 'text', 'heading', 'heading'])
    const approved = minutesBlocks({ ...meeting, approvedOn: '2027-01-15' }, [], false)
    expect(approved[1]!.kind).toBe('note')
  })

  test('put each entry under its item; struck ones nowhere', () => {
    const entries = [
      entry('b', 'note', { content: 'zu b' }),
      entry('a', 'note', { content: 'zu a' }),
      entry('a', 'note', { content: 'gestrichen', struck: true }),
    ]
    expect(lines(entries).slice(1)).toEqual(['TOP 1: Punkt a', 'zu a', 'TOP 2: Punkt b', 'zu b'])
    expect(minutesBlocks(meeting, entries, false).filter(({ kind }) => kind === 'text')).toHaveLength(2)
  })

  test('for the public: neither items nor entries that are not public, nor who was there', () => {
    const participants = [participant('Kim Muster', 'present')]
    const entries = [
      entry('a', 'note', { content: 'geheim', isPublic: false }),
      entry('b', 'note'),
      entry('a', 'note'),
    ]
    const printed = lines(entries, true, { participants })
    expect(printed.slice(1)).toEqual(['TOP 1: Punkt a', 'Inhalt'])
    expect(tables(minutesBlocks({ ...meeting, participants }, entries, true))).toEqual([])
    expect(lines(entries, false)).toContain('geheim')
  })

  test('list who was there and who was excused', () => {
    const participants = [
      participant('Kim Muster', 'present', 'Dezernat'),
      participant('Alex Beispiel', 'excused'),
      participant('Sam Probe', 'absent', 'Stadt'),
      participant('Toni Test', 'invited', 'Stadt'),
    ]
    const blocks = minutesBlocks({ ...meeting, participants }, [], false)
    expect(texts(blocks)[1]).toBe('Anwesenheit')
    const [table] = tables(blocks)
    expect(table!.header).toEqual(['Funktion', 'Person', 'Anwesenheit'])
    expect(table!.widths).toHaveLength(3)
    expect(table!.rows).toEqual([
      ['Dezernat', 'Kim Muster', 'Anwesend'],
      ['Gast', 'Alex Beispiel', 'Entschuldigt'],
    ])
  })

  test.each([
    ['decision', {}, 'Beschluss: Inhalt'],
    ['decision', { outcome: 'adopted' }, 'Beschluss: Inhalt'],
    ['decision', { outcome: 'rejected' }, 'Beschluss – abgelehnt: Inhalt'],
    ['acknowledgement', { outcome: 'postponed' }, 'Kenntnisnahme: Inhalt'],
    [
      'decision',
      { outcome: 'postponed', votes: { yes: 3, no: 2, abstained: 1 } },
      'Beschluss – vertagt: Inhalt (Abstimmung: 3 ja, 2 nein, 1 Enthaltungen)',
    ],
    [
      'actionItem',
      { responsible: 'Jugendamt', dueOn: '2027-01-15' },
      'Arbeitsauftrag: Inhalt\nJugendamt, bis 15.01.2027',
    ],
    ['actionItem', { dueOn: '2027-01-15' }, 'Arbeitsauftrag: Inhalt\nbis 15.01.2027'],
    [
      'agreement',
      { parties: [{ party: 'Stadt' }, { party: 'Kreis' }] },
      'Vereinbarung: Inhalt\nZu bestätigen von: Stadt, Kreis',
    ],
    ['note', { responsible: 'niemand' }, 'Inhalt'],
  ] as const)('%s %j reads „%s“', (kind, more, line) => {
    expect(lines([entry('a', kind, more as never)])[2]).toBe(line)
  })
})

test('a paper for the agenda says for whom, when, what for and by whom; without text it is spoken', () => {
  const full = item('a', { purpose: 'advice', presenter: 'KIM', detail: 'Text', subjectTitle: 'Thema 7' })
  expect(paperBlocks(meeting, full)).toEqual([
    {
      kind: 'facts',
      pairs: [
        ['Für', 'Lenkungsgruppe'],
        ['Sitzung am', 'Donnerstag, 03.12.2026'],
        ['Art', 'zur Beratung'],
        ['Vortrag', 'KIM'],
      ],
    },
    { kind: 'heading', level: 1, text: 'Punkt a' },
    { kind: 'text', text: 'Text' },
    { kind: 'text', text: 'Gegenstand: Thema 7' },
  ])
  const [head, ...rest] = paperBlocks(meeting, item('b'))
  expect(head!.kind === 'facts' && head!.pairs.map(([label]) => label)).toEqual(['Für', 'Sitzung am', 'Art'])
  expect(texts(rest)).toEqual(['Punkt b', 'Mündlicher Vortrag.'])
})
