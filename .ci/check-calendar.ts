// Imports calendar files made by the application into khal (Debian), a program that is not ours, and reads them back.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarOf } from '../src/modules/committees/rules/calendar.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotse-khal-'))
const config = join(folder, 'config')
const calendar = join(folder, 'calendar')
writeFileSync(
  config,
  `[calendars]
[[lotse]]
path = ${calendar}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %d.%m.%Y
longdateformat = %d.%m.%Y
datetimeformat = %d.%m.%Y %H:%M
longdatetimeformat = %d.%m.%Y %H:%M
`,
)
execFileSync('mkdir', ['-p', calendar])
const khal = (...args: string[]) => execFileSync('khal', ['-c', config, ...args], { encoding: 'utf8' })

const meeting = {
  id: '0190f5a0-0000-7000-8000-000000000001',
  onDate: '2027-03-26',
  startTime: '09:30',
  endTime: '11:00',
  committee:
    'Lenkungsgruppe KIM; Kreis, Städte und Gemeinden – mit einem Namen, der länger ist als eine Zeile',
  place: 'Kreishaus, Raum 1',
  onlineUrl: null,
  sequence: 0,
  state: 'invited',
  changedAt: '2027-01-04T09:00:00',
}
// One before and one after the clocks change on 28 March 2027.
const summer = { ...meeting, id: '0190f5a0-0000-7000-8000-000000000002', onDate: '2027-03-29' }

function imported(text: string): string {
  const file = join(folder, 'termine.ics')
  writeFileSync(file, text)
  khal('import', '--batch', file)
  return khal('list', '--format', '{start-time} {end-time} {title} @ {location}', '26.03.2027', '10d')
}

function expectText(found: string, wanted: string): void {
  if (!found.includes(wanted)) throw new Error(`khal shows\n${found}\nand not\n${wanted}`)
}

try {
  const first = imported(calendarOf([meeting, summer]))
  expectText(first, `09:30 11:00 ${meeting.committee} @ ${meeting.place}`)
  if (first.split('09:30').length !== 3) throw new Error(`not both meetings:\n${first}`)
  // The same meeting moved: its uid stays, so khal moves the entry instead of keeping two.
  const second = imported(calendarOf([{ ...meeting, startTime: '14:00', endTime: '15:00', sequence: 1 }]))
  expectText(second, '14:00 15:00')
  if (second.split('09:30').length !== 2) throw new Error(`the old time is still there:\n${second}`)
  process.stdout.write(
    'khal reads the calendar files, before and after the clocks change, and follows a change\n',
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
