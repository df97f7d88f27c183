export interface CalendarMeeting {
  readonly id: string
  readonly onDate: string
  readonly startTime: string
  readonly endTime: string | null
  readonly committee: string
  readonly place: string | null
  readonly onlineUrl: string | null
  readonly sequence: number
  readonly state: string
  /** Instant of the last change. */
  readonly changedAt: string
}

/** Rules of Berlin's summer time since 1996 (Richtlinie 2000/84/EG). */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * Meetings as iCalendar (RFC 5545). The UID stays with the meeting and SEQUENCE counts its changes, so a calendar
 * moves the entry instead of making another. No names, no topics: calendars are shared more widely than papers.
 */
export function calendarOf(meetings: readonly CalendarMeeting[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lotse//Gremien//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zone,
    ...meetings.flatMap(eventOf),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventOf(meeting: CalendarMeeting): string[] {
  const place = [meeting.place, meeting.onlineUrl].filter(Boolean).join(', ')
  const stamp = `${meeting.changedAt.slice(0, 19).replace(/[-:]/g, '')}Z`
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.id}@lotse`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/Berlin:${local(meeting.onDate, meeting.startTime)}`,
    ...(meeting.endTime
      ? [`DTEND;TZID=Europe/Berlin:${local(meeting.onDate, meeting.endTime)}`]
      : ['DURATION:PT2H']),
    `SUMMARY:${escaped(meeting.committee)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `STATUS:${meeting.state === 'cancelled' ? 'CANCELLED' : meeting.state === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const local = (day: string, time: string) =>
  `${day.replaceAll('-', '')}T${time.replaceAll(':', '').padEnd(6, '0')}`

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** At most 75 octets a line; a continued one begins with a blank. Letters of several octets stay whole. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length
    if (size + octets > 74) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += sign
    size += octets
  }
  return [...parts, part].join('\r\n ')
}
