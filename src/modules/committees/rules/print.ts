import { germanDate } from '../../../platform/contract/dates.ts'
import {
  attendanceLabels,
  decisionOutcomeLabels,
  entryKindLabels,
  itemPurposeLabels,
  meetingFormLabels,
} from '../contract/codes.ts'
import type { AgendaItemView, MeetingView } from '../contract/meetings.ts'
import type { EntryView } from '../contract/minutes.ts'

/** Blocks of platform/server/documents, without importing the server. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

type Printed = Omit<MeetingView, 'can' | 'moves' | 'papers' | 'invitationText'>

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const longDay = (day: string) => `${weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1]}, ${germanDate(day)}`

export const meetingName = (meeting: Pick<Printed, 'title' | 'number' | 'committee'>): string =>
  meeting.title ??
  `${meeting.number === null ? 'Sitzung' : `${meeting.number}. Sitzung`}: ${meeting.committee}`

const time = (meeting: Pick<Printed, 'startTime' | 'endTime'>) =>
  meeting.endTime ? `${meeting.startTime} bis ${meeting.endTime} Uhr` : `${meeting.startTime} Uhr`

/** For a mail that the office sends itself: day, time, place; no topics and no names. */
export function invitationText(meeting: Omit<Printed, 'items' | 'participants' | 'quorate'>): string {
  const where = [meeting.place, meeting.onlineUrl].filter(Boolean).join('\n')
  return [
    'Guten Tag,',
    '',
    `wir laden Sie ein: ${meetingName(meeting)}`,
    `${longDay(meeting.onDate)}, ${time(meeting)}`,
    ...(where ? [where] : []),
    '',
    'Tagesordnung und Unterlagen finden Mitglieder mit Zugang in Lotse unter „Meine Gremien“. Die Tagesordnung liegt',
    'sonst als PDF bei; der Termin steht in der beigefügten Kalenderdatei.',
    '',
    'Bitte geben Sie Bescheid, ob Sie kommen oder wer Sie vertritt.',
    '',
    'Mit freundlichen Grüßen',
  ].join('\n')
}

const facts = (meeting: Printed): Block => ({
  kind: 'facts',
  pairs: [
    ['Gremium', meeting.committee],
    ['Tag', longDay(meeting.onDate)],
    ['Zeit', time(meeting)],
    ['Form', meetingFormLabels[meeting.form]],
    ...(meeting.place ? ([['Ort', meeting.place]] as const) : []),
    ...(meeting.onlineUrl ? ([['Zugang', meeting.onlineUrl]] as const) : []),
  ],
})

const shown = (items: readonly AgendaItemView[], publicOnly: boolean) =>
  items.filter((item) => !publicOnly || (item.isPublic && !item.withoutB3))

const marks = (item: AgendaItemView) =>
  [
    itemPurposeLabels[item.purpose],
    item.isPublic ? null : 'nicht öffentlich',
    item.withoutB3 ? 'ohne Baustein 3' : null,
  ]
    .filter(Boolean)
    .join(', ')

const agendaTable = (items: readonly AgendaItemView[]): Block => ({
  kind: 'table',
  widths: [1, 7, 3, 3],
  header: ['TOP', 'Thema', 'Art', 'Vortrag'],
  rows: items.map((item, index) => [
    String(index + 1),
    item.detail && item.kind !== 'case' ? `${item.title}\n${item.detail}` : item.title,
    marks(item),
    [item.presenter, item.minutes ? `${item.minutes} Min.` : null].filter(Boolean).join(', ') || '–',
  ]),
})

const noItems: Block = { kind: 'note', text: 'Es stehen noch keine Punkte auf der Tagesordnung.' }

export function agendaBlocks(meeting: Printed, publicOnly: boolean): Block[] {
  const items = shown(meeting.items, publicOnly)
  return [
    facts(meeting),
    { kind: 'heading', level: 1, text: publicOnly ? 'Tagesordnung, öffentlicher Teil' : 'Tagesordnung' },
    items.length === 0 ? noItems : agendaTable(items),
  ]
}

export function invitationBlocks(meeting: Printed, publicOnly: boolean): Block[] {
  return [
    {
      kind: 'text',
      text: `Guten Tag,\n\nzur ${meetingName(meeting)} am ${longDay(meeting.onDate)} laden wir Sie ein.`,
    },
    ...agendaBlocks(meeting, publicOnly),
    {
      kind: 'text',
      text: 'Bitte geben Sie Bescheid, ob Sie kommen oder wer Sie vertritt.\n\nMit freundlichen Grüßen',
    },
  ]
}

/** A mail goes further than papers do: its agenda has the public items alone, none without B3 and no case. */
export const mailedBlocks = (meeting: Printed): Block[] =>
  invitationBlocks(
    { ...meeting, items: meeting.items.filter((item) => !item.withoutB3 && item.kind !== 'case') },
    true,
  )

const voted = ({ votes }: EntryView) =>
  votes ? ` (Abstimmung: ${votes.yes} ja, ${votes.no} nein, ${votes.abstained} Enthaltungen)` : ''
const outcomeWord = ({ kind, outcome }: EntryView) =>
  outcome === null || outcome === 'adopted' || kind === 'acknowledgement'
    ? ''
    : ` – ${decisionOutcomeLabels[outcome]}`
const whoAndWhen = (entry: EntryView) =>
  [entry.responsible, entry.dueOn ? `bis ${germanDate(entry.dueOn)}` : null].filter(Boolean).join(', ')

function entryLine(entry: EntryView): string {
  if (entry.kind === 'note') return entry.content
  const who = whoAndWhen(entry)
  const parties = entry.parties.map(({ party }) => party).join(', ')
  return [
    `${entryKindLabels[entry.kind]}${outcomeWord(entry)}: ${entry.content}${voted(entry)}`,
    ...(who ? [who] : []),
    ...(parties ? [`Zu bestätigen von: ${parties}`] : []),
  ].join('\n')
}

const attended = (meeting: Printed): Block[] => {
  const rows = meeting.participants
    .filter((one) => one.attendance === 'present' || one.attendance === 'excused')
    .map((one) => [one.functionLabel ?? 'Gast', one.heldBy, attendanceLabels[one.attendance]])
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Anwesenheit' },
    { kind: 'table', widths: [5, 4, 3], header: ['Funktion', 'Person', 'Anwesenheit'], rows },
  ]
}

/** Minutes by agenda item; struck entries are left out, and what is not public where asked. */
export function minutesBlocks(meeting: Printed, entries: readonly EntryView[], publicOnly: boolean): Block[] {
  const written = entries.filter(
    (entry) => !entry.struck && (!publicOnly || (entry.isPublic && !entry.withoutB3)),
  )
  const items = shown(meeting.items, publicOnly)
  return [
    facts(meeting),
    ...(meeting.approvedOn
      ? [{ kind: 'note' as const, text: `Genehmigt am ${germanDate(meeting.approvedOn)}.` }]
      : [{ kind: 'note' as const, text: 'Entwurf, noch nicht genehmigt.' }]),
    ...(meeting.quorate === null
      ? []
      : [
          {
            kind: 'text' as const,
            text: meeting.quorate
              ? 'Das Gremium ist beschlussfähig.'
              : 'Das Gremium ist nicht beschlussfähig.',
          },
        ]),
    ...(publicOnly ? [] : attended(meeting)),
    ...items.flatMap((item, index): Block[] => [
      { kind: 'heading', level: 1, text: `TOP ${index + 1}: ${item.title}` },
      ...written
        .filter((entry) => entry.agendaItemId === item.id)
        .map((entry): Block => ({ kind: 'text', text: entryLine(entry) })),
    ]),
  ]
}

/** A paper for the agenda of a committee that somebody else runs. */
export function paperBlocks(meeting: Printed, item: AgendaItemView): Block[] {
  return [
    {
      kind: 'facts',
      pairs: [
        ['Für', meeting.committee],
        ['Sitzung am', longDay(meeting.onDate)],
        ['Art', marks(item)],
        ...(item.presenter ? ([['Vortrag', item.presenter]] as const) : []),
      ],
    },
    { kind: 'heading', level: 1, text: item.title },
    { kind: 'text', text: item.detail ?? 'Mündlicher Vortrag.' },
    ...(item.subjectTitle ? [{ kind: 'text' as const, text: `Gegenstand: ${item.subjectTitle}` }] : []),
  ]
}
