import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseIf, refuseStale } from '../../../platform/server/http/refusal.ts'
import { PaperState } from '../contract/codes.ts'
import type { NewPaper, PaperChange, PaperView } from '../contract/papers.ts'
import { namesPerson, whyNotChangeable, whyNotNewVersion } from '../rules/papers.ts'
import { wrongOffices } from './offices.ts'
import { readPaper } from './paper-screens.ts'
import {
  insertParties,
  insertVersion,
  lockVersion,
  replaceParties,
  updateVersion,
  type VersionRow,
} from './paper-store.ts'
import { refuseFields } from './refuse-fields.ts'
import { refuseUnknownTheme } from './themes.ts'

/** What every entry of the log about a paper has in common. */
export const aboutPaper = (id: string) => ({ objectKind: 'interfacePaper', objectId: id })

/** The version as it is before the change, locked, in the version the caller knows. Throws 404, 412. */
export async function holdPaper(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  today: string,
): Promise<{ row: VersionRow; current: PaperView }> {
  const row = await lockVersion(tx, ids.id)
  const current = await readPaper(tx, actor, ids.id, today)
  refuseStale(row.version, ids.version, () => current)
  return { row, current }
}

/** Begins a paper with its first version. Throws `invalidInput`. */
export async function draftPaper(
  tx: Tx,
  actor: Actor,
  wish: NewPaper,
  now: Temporal.Instant,
): Promise<PaperView> {
  await refuseWrongParties(tx, wish.parties)
  await refuseUnknownTheme(tx, wish.themeId)
  const id = newId()
  const paperId = newId()
  await tx.insertInto('interface_paper').values({ id: paperId, theme_id: wish.themeId }).execute()
  const version = {
    id,
    paper_id: paperId,
    number: 1,
    state_on: dayOf(now),
    title: wish.title,
    legal_domains: [...new Set(wish.legalDomains)],
    sections: JSON.stringify(written({}, wish.sections)),
    change_note: wish.changeNote ?? null,
    valid_until: wish.validUntil ?? null,
    review_on: wish.reviewOn ?? null,
  }
  await insertVersion(tx, version, wish.parties.map(partyRow))
  await audit(tx, { action: 'interfacePaper.drafted', ...aboutPaper(id) })
  return readPaper(tx, actor, id, dayOf(now))
}

/** Only a draft. Throws 404, 412, `paperNotDraft`, `invalidInput`. */
export async function changePaper(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  wish: PaperChange,
  now: Temporal.Instant,
): Promise<PaperView> {
  const { row, current } = await holdPaper(tx, actor, ids, dayOf(now))
  refuseIf(whyNotChangeable(row.state))
  if (wish.parties) {
    await refuseWrongParties(tx, wish.parties)
    await replaceParties(tx, row.id, wish.parties.map(partyRow))
  }
  await updateVersion(tx, row, {
    ...(wish.title === undefined ? {} : { title: wish.title }),
    ...(wish.legalDomains ? { legal_domains: [...new Set(wish.legalDomains)] } : {}),
    ...(wish.sections ? { sections: JSON.stringify(written(current.sections, wish.sections)) } : {}),
    ...(wish.changeNote === undefined ? {} : { change_note: wish.changeNote }),
    ...(wish.validUntil === undefined ? {} : { valid_until: wish.validUntil }),
    ...(wish.reviewOn === undefined ? {} : { review_on: wish.reviewOn }),
  })
  const details = { fields: Object.keys(wish) }
  await audit(tx, { action: 'interfacePaper.changed', ...aboutPaper(row.id), details })
  return readPaper(tx, actor, row.id, dayOf(now))
}

/** The theme of the paper, whatever its state. Throws 404, 412, `invalidInput`. */
export async function setPaperTheme(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  themeId: string | null,
  now: Temporal.Instant,
): Promise<PaperView> {
  const { row } = await holdPaper(tx, actor, ids, dayOf(now))
  await refuseUnknownTheme(tx, themeId)
  await tx.updateTable('interface_paper').set({ theme_id: themeId }).where('id', '=', row.paper_id).execute()
  await updateVersion(tx, row, {})
  await audit(tx, { action: 'interfacePaper.themeSet', ...aboutPaper(row.id), details: { theme: themeId } })
  return readPaper(tx, actor, row.id, dayOf(now))
}

/** A draft leaves no trace but the log; a paper that had no other version goes with it. */
export async function discardPaper(
  tx: Tx,
  actor: Actor,
  ids: { id: string; version: number },
  now: Temporal.Instant,
): Promise<void> {
  const { row, current } = await holdPaper(tx, actor, ids, dayOf(now))
  refuseIf(whyNotChangeable(row.state))
  await tx.deleteFrom('interface_paper_version').where('id', '=', row.id).execute()
  if (current.versions.length === 1)
    await tx.deleteFrom('interface_paper').where('id', '=', row.paper_id).execute()
  await audit(tx, { action: 'interfacePaper.discarded', ...aboutPaper(row.id) })
}

/** The next version begins with the words and parties of this one; nobody has agreed to it yet. */
export async function beginVersion(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<PaperView> {
  const row = await lockVersion(tx, id)
  const current = await readPaper(tx, actor, id, dayOf(now))
  refuseIf(whyNotNewVersion(current.versions.map(({ state }) => PaperState.catch('superseded').parse(state))))
  const next = newId()
  const version = {
    id: next,
    paper_id: row.paper_id,
    number: current.versions[0]!.number + 1,
    state_on: dayOf(now),
    title: row.title,
    legal_domains: row.legal_domains,
    sections: JSON.stringify(current.sections),
    review_on: null,
  }
  await insertVersion(tx, version, [])
  await insertParties(tx, next, current.parties.map(partyRow))
  await audit(tx, {
    action: 'interfacePaper.versionBegun',
    ...aboutPaper(next),
    details: { number: version.number },
  })
  return readPaper(tx, actor, next, dayOf(now))
}

type Sections = PaperView['sections']

/** Named sections are replaced, empty ones go, the others stay. */
function written(before: Sections, wish: NonNullable<PaperChange['sections']>): Sections {
  const all = Object.entries({ ...before, ...wish }).filter(([, text]) => typeof text === 'string')
  return Object.fromEntries(all) as Sections
}

interface PartyWish {
  readonly organisationId: string
  readonly unitId: string | null
  readonly contactFunction?: string | null | undefined
  readonly contactReach?: string | null | undefined
}

const partyRow = (party: PartyWish) => ({
  organisation_id: party.organisationId,
  unit_id: party.unitId,
  contact_function: party.contactFunction ?? null,
  contact_reach: party.contactReach ?? null,
})

/** Offices must exist here, each once, and contacts are functions. All wrong fields at once. */
async function refuseWrongParties(tx: Tx, parties: readonly PartyWish[]): Promise<void> {
  const seen = new Set<string>()
  const wrong: (readonly [string, string])[] = [
    ...(await wrongOffices(
      tx,
      parties.map(({ organisationId, unitId }, index) => ({
        organisationId,
        unitId,
        path: `parties.${index}.`,
      })),
    )),
  ]
  for (const [index, party] of parties.entries()) {
    const key = `${party.organisationId} ${party.unitId}`
    if (seen.has(key)) wrong.push([`parties.${index}.organisationId`, 'solutionPartyTwice'])
    seen.add(key)
    for (const field of ['contactFunction', 'contactReach'] as const)
      if (namesPerson(party[field])) wrong.push([`parties.${index}.${field}`, 'contactIsPerson'])
  }
  refuseFields(wrong)
}
