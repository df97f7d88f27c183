import { germanDate } from '../../../../platform/contract/dates.ts'
import { audit } from '../../../../platform/server/audit.ts'
import { dayOf } from '../../../../platform/server/clock.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import { renderSheet, type Sheet, type SheetBlock } from '../../../../platform/server/documents/index.ts'
import type { Download } from '../../../../platform/server/http/serve.ts'
import { roleLabels, type Role } from '../../contract/roles.ts'
import type { RoleView, ScopeKind } from '../../contract/users.ts'
import { readRights, type RightsRecord } from './rights-screens.ts'

const scopeLabels: Readonly<Record<ScopeKind, string>> = {
  tenant: 'ganzer Kreis',
  region: 'Regionalbezirk',
  organisation: 'Organisation',
  site: 'Standort',
}
const roleStates = { planned: 'geplant', current: 'gilt', ended: 'beendet' } as const
const changeLabels: Readonly<Record<string, string>> = {
  'role.given': 'Aufgabe gegeben',
  'role.ended': 'Aufgabe beendet',
  'user.created': 'Konto angelegt',
  'user.createdByOperator': 'Konto durch den Betrieb angelegt',
  'user.deactivated': 'Konto stillgelegt',
  'user.reactivated': 'Konto wieder in Betrieb genommen',
  'user.changed': 'Angaben geändert',
  'password.reset': 'Kennwort zurückgesetzt',
  'exportGrant.given': 'Ausgabe von Listen erlaubt',
  'exportGrant.ended': 'Ausgabe von Listen beendet',
  'rightsReport.printed': 'Rechtebericht gedruckt',
}

/** The rights of one person as PDF/UA; the name of the file holds no name of a person. */
export async function printRights(tx: Tx, userId: string, now: Temporal.Instant): Promise<Download> {
  const rights = await readRights(tx, userId)
  await audit(tx, { action: 'rightsReport.printed', objectKind: 'user', objectId: userId })
  return {
    name: `Rechtebericht-${userId.slice(-8)}-${dayOf(now)}.pdf`,
    bytes: await renderSheet(sheetOf(rights, dayOf(now)), now),
  }
}

function sheetOf(rights: RightsRecord, today: string): Sheet {
  return {
    title: `Rechtebericht: ${rights.name}`,
    district: rights.district,
    blocks: [
      {
        kind: 'facts',
        pairs: [
          ['Person', rights.name],
          ['Anstellung', [rights.organisation, rights.unit].filter(Boolean).join(', ') || '–'],
          ['Konto', rights.active ? 'aktiv' : 'stillgelegt'],
          ['Stand', germanDate(today)],
          ['Gedruckt von', rights.printedBy],
        ],
      },
      ...given(rights),
      ...people(rights),
    ],
  }
}

/** What the person may do. */
const given = (rights: RightsRecord): SheetBlock[] => [
  ...section('Aufgaben', 'Keine Aufgabe.', [4, 4, 2, 2, 2, 3], roleHeader, roleRows(rights)),
  ...section(
    'Ausgabe von Listen',
    'Nicht erlaubt. Ohne ausdrückliches Recht kann niemand Listen ausgeben.',
    [5, 2, 2, 3, 2],
    ['Begründung', 'Von', 'Bis', 'Gegeben von', 'Stand'],
    rights.grants.map((one) => [
      one.reason,
      day(one.from),
      lastDay(one.until),
      one.by,
      one.state === 'current' ? 'gilt' : 'beendet',
    ]),
  ),
]

/** Who stands with the person, and what was changed. */
const people = (rights: RightsRecord): SheetBlock[] => [
  ...section(
    'Fachaufsicht',
    'Keine.',
    [4, 4, 2, 2],
    ['Koordination', 'Über die Arbeit von', 'Von', 'Bis'],
    rights.oversight.map((one) => [one.coordinator, one.caseManager, day(one.from), lastDay(one.until)]),
  ),
  ...section(
    'Vertretungen im letzten Jahr',
    'Keine.',
    [3, 3, 2, 2, 3],
    ['Abwesend', 'Vertretung', 'Von', 'Bis', 'Eingetragen von'],
    rights.record.deputies.map((one) => [one.absent, one.deputy, day(one.from), lastDay(one.until), one.by]),
  ),
  ...section(
    'Letzte Änderungen',
    'Keine.',
    [2, 4, 4, 3],
    ['Datum', 'Was', 'Aufgabe', 'Durch'],
    rights.record.changes.map((one) => [
      day(one.at),
      changeLabels[one.action] ?? one.action,
      roleWords(one.role, one.scope),
      one.by,
    ]),
  ),
]

const roleHeader = ['Aufgabe', 'Bereich', 'Von', 'Bis', 'Stand', 'Gegeben von']

const roleRows = ({ roles, record }: RightsRecord): string[][] =>
  roles.map((role) => [
    roleLabels[role.role],
    scopeOf(role),
    day(role.from),
    lastDay(role.until),
    roleStates[role.state],
    giverOf(role, record.changes),
  ])

const scopeOf = ({ scopeKind, scope }: RoleView): string =>
  scope === null ? scopeLabels[scopeKind] : `${scopeLabels[scopeKind]}: ${scope}`

/** The audit names role and scope, not the row: of several of the same kind the last one given before it began. */
function giverOf(role: RoleView, changes: RightsRecord['record']['changes']): string {
  const given = changes.filter(
    (one) => one.action === 'role.given' && one.role === role.role && one.scope === role.scopeKind,
  )
  const before = given.find((one) => Date.parse(one.at) <= Date.parse(role.from) + 1000)
  return (before ?? given.at(-1))?.by || 'Einrichtung'
}

const roleWords = (role: string | null, scope: string | null): string =>
  role === null
    ? ''
    : [roleLabels[role as Role] ?? role, scopeLabels[scope as ScopeKind]].filter(Boolean).join(', ')

const berlin = (instant: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Date.parse(instant)).toZonedDateTimeISO('Europe/Berlin')
const day = (instant: string): string => germanDate(berlin(instant).toPlainDate().toString())
/** Ranges are half-open: what ends at midnight had its last day before. */
const lastDay = (instant: string | null): string =>
  instant === null
    ? 'offen'
    : germanDate(berlin(instant).subtract({ milliseconds: 1 }).toPlainDate().toString())

function section(
  title: string,
  empty: string,
  widths: readonly number[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): SheetBlock[] {
  return [
    { kind: 'heading', level: 1, text: title },
    rows.length === 0 ? { kind: 'note', text: empty } : { kind: 'table', widths, header, rows },
  ]
}
