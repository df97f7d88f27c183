import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import { createPerson, keepTakenOver, keepTold, refuseImpossibleBirth } from '../../people/server/index.ts'
import type { OpenCase } from '../contract/cases.ts'
import { firstPhase } from '../rules/phases.ts'
import { whyNotBasis, whyNotOpenable, type OpeningRefusal } from '../rules/intake.ts'
import { knownPerson, linkPerson } from './add-person.ts'
import { isPublicEmployer, refuseUnknownReferences } from './district-facts.ts'
import { saveIntake } from './change-intake.ts'
import { markConverted } from './requests/mark-converted.ts'
import { insertCase, insertSteps, nextFileNumber, saveText } from './store.ts'

export interface OpenedCase {
  readonly id: string
  readonly fileNumber: string
  readonly version: number
}

/**
 * Opens a case for the acting case manager: file, first assignment, intake, persons, legal basis of the counselling,
 * concern. From a request, the request is closed in the same transaction.
 */
export async function openCase(
  tx: Tx,
  actor: Actor,
  wish: OpenCase,
  now: Temporal.Instant,
): Promise<OpenedCase> {
  const today = dayOf(now)
  const openedOn = wish.openedOn ?? today
  await refuseUnfit(tx, actor, wish, { today, openedOn })
  const id = newId()
  const fileNumber = await nextFileNumber(tx, Number(openedOn.slice(0, 4)))
  const phase = firstPhase(wish.intensity)
  await insertCase(tx, {
    id,
    file_number: fileNumber,
    intensity: wish.intensity,
    phase,
    phase_since: openedOn,
    responsible_user_id: actor.userId,
    // A person without employer holds no role that opens cases (staff_user has a check).
    responsible_organisation_id: actor.organisationId!,
    site_id: wish.siteId ?? null,
    municipality_id: wish.municipalityId ?? null,
    entry_route: wish.entryRoute ?? null,
    target_group: wish.targetGroup ?? null,
    gap_markers: wish.gapMarkers,
    urgency: wish.urgency ?? 'normal',
    secrecy_203: wish.secrecy203,
    language: wish.language ?? null,
    opened_on: openedOn,
    request_id: wish.requestId ?? null,
  })
  await insertSteps(tx, [
    { caseId: id, episode: 1, kind: 'phase', to: phase, on: openedOn },
    ...(wish.firstTalkOn === null
      ? []
      : [{ caseId: id, episode: 1, kind: 'firstTalk' as const, to: 'firstTalk', on: wish.firstTalkOn }]),
  ])
  await fill(tx, id, wish, openedOn)
  await audit(tx, {
    action: 'case.opened',
    objectKind: 'case',
    objectId: id,
    caseId: id,
    details: { intensity: wish.intensity },
  })
  if (wish.requestId !== undefined) await markConverted(tx, actor, wish.requestId, id, now)
  return { id, fileNumber, version: 1 }
}

async function fill(tx: Tx, id: string, wish: OpenCase, openedOn: string): Promise<void> {
  await saveIntake(tx, {
    caseId: id,
    episode: 1,
    servedElsewhere: wish.servedElsewhere,
    criteria: wish.criteria,
  })
  if (wish.information) {
    await tx
      .insertInto('processing_basis')
      .values({
        id: newId(),
        case_id: id,
        kind: 'counselling',
        basis: wish.information.basis,
        informed_on: wish.information.on,
        information_language: wish.information.language,
      })
      .execute()
  }
  for (const [index, member] of mainMarked(wish.persons).entries())
    await addFirst(tx, { caseId: id, validFrom: openedOn }, member, `persons.${index}.person.`)
  if (wish.concern) await saveText(tx, id, 'concern', wish.concern)
  if (wish.servedElsewhereBy) await saveText(tx, id, 'servedElsewhere', wish.servedElsewhereBy)
}

/** A new person, or one known from another case: that somebody decided so is kept. */
async function addFirst(
  tx: Tx,
  base: { caseId: string; validFrom: string },
  member: OpenCase['persons'][number],
  path: string,
): Promise<void> {
  const link = { ...base, role: member.role, isMain: member.isMain }
  if ('personId' in member) {
    const { personId } = member
    await linkPerson(tx, { ...link, personId, person: await knownPerson(tx, personId) })
    await keepTakenOver(tx, personId, base.caseId)
  } else {
    const { person } = member
    const put = (personId: string) => linkPerson(tx, { ...link, personId, person })
    const created = await createPerson(tx, person, put, path)
    await keepTold(tx, created, member.notSameAs)
  }
}

/** A single person is the main person without being marked. */
const mainMarked = (persons: OpenCase['persons']): OpenCase['persons'] =>
  persons.length === 1 ? [{ ...persons[0]!, isMain: true }] : persons

/** Where the form shows why a case cannot be opened. */
const openingFields: Readonly<Record<OpeningRefusal, { path: string; message: string }>> = {
  personMissing: {
    path: 'persons',
    message: 'Bitte geben Sie mindestens eine Person an. Ohne Namen ist nur eine Kurzintervention möglich.',
  },
  mainPersonOnce: { path: 'persons', message: 'Bitte wählen Sie genau eine Hauptperson.' },
  openedLater: { path: 'openedOn', message: 'Der Beginn darf nicht in der Zukunft liegen.' },
  informationMissing: {
    path: 'information',
    message:
      'Bitte informieren Sie die Person, bevor Sie ihren Namen festhalten, und tragen Sie Datum und Grundlage ein.',
  },
}

async function refuseUnfit(
  tx: Tx,
  actor: Actor,
  wish: OpenCase,
  { today, openedOn }: { today: string; openedOn: string },
): Promise<void> {
  const persons = mainMarked(wish.persons)
  const about = {
    intensity: wish.intensity,
    persons: persons.length,
    mainPersons: persons.filter((person) => person.isMain).length,
    informed: wish.information !== undefined,
    openedOn,
  }
  const why = whyNotOpenable(about, today)
  if (why !== null)
    throw new Refusal('invalid', 'invalidInput', { fields: [{ code: why, ...openingFields[why] }] })
  if (wish.firstTalkOn !== null && wish.firstTalkOn > today) throw new Refusal('conflict', 'firstTalkLater')
  persons.forEach((member, index) => {
    if ('person' in member) refuseImpossibleBirth(member.person, today, `persons.${index}.person.`)
  })
  if (wish.information) {
    const basis = {
      kind: 'counselling' as const,
      basis: wish.information.basis,
      informedOn: wish.information.on,
    }
    const publicEmployer = await isPublicEmployer(tx, actor.organisationId)
    refuseIf(whyNotBasis(basis, { publicEmployer, today }))
  }
  await refuseUnknownReferences(tx, wish)
}
