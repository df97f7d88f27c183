import { accessEndpoints, caseEndpoints } from '../modules/cases/index.ts'
import { caseFileParts, exportEndpoints } from '../modules/exports/index.ts'
import type { DemoAccount } from './accounts.ts'
import type { CaseWork } from './case-work.ts'
import type { Player, Stage } from './stage.ts'
import { playProgramme } from './stories/programme-stories.ts'
import * as stories from './stories/case-stories.ts'
import { playCommittees } from './stories/committee-stories.ts'
import { formerClient } from './stories/former-client.ts'
import { familyConsents } from './stories/consent-stories.ts'
import type { Cast } from './stories/case-stories.ts'
import { playBarriers } from './stories/barrier-stories.ts'
import { familyReferrals, type Partners } from './stories/referral-stories.ts'
import { playSolutions } from './stories/solution-stories.ts'
import { askedByPartner, playRequests } from './stories/request-stories.ts'
import { playOffer, playThemes } from './stories/theme-stories.ts'
import { playTowns } from './stories/town-stories.ts'
import { playWordings } from './stories/wording-stories.ts'

/** Everything that happens in one district: case managers of different employers at work, one of them in many towns. */
export async function playDistrict(
  stage: Stage,
  accounts: readonly DemoAccount[],
  cast: Cast,
  key: string,
): Promise<void> {
  const [first, second, third, ofTowns] = managersOf(stage, accounts)
  const lead = accounts.find(({ role }) => role === 'kimLead')
  if (lead) await playProgramme(stage, stage.player(lead.login))
  const family = await stories.newFamily(stage, first, cast.newFamily)
  await familyConsents(family)
  await familyReferrals(family, partnersOf(stage, accounts))
  await stories.jobSeeker(stage, first, cast.jobSeeker)
  await stories.pregnant(stage, first, cast.pregnant)
  await stories.nurse(stage, first, cast.nurse)
  await stories.returning(stage, first, cast.returning)
  await stories.finished(stage, first, cast.finished)
  await formerClient(stage, first)
  const youth = await stories.comingOfAge(stage, second, cast.comingOfAge)
  await stories.olderCouple(stage, second, cast.olderCouple)
  await stories.euWorker(stage, third, cast.euWorker)
  const mother = await stories.singleMother(stage, third, cast.singleMother)

  stage.day(-45)
  await third.call(caseEndpoints.changeIntensity, {
    params: { id: mother.id },
    body: { to: 'caseManagement', reason: 'needsGrew', on: stage.date(-45) },
  })
  for (const [variant, manager] of [first, second, third].entries())
    await playRequests(stage, manager, variant)
  await askedByPartner(stage, partnersOf(stage, accounts).jobcenter, first)

  const overseer = accounts.find(({ oversees }) => oversees?.includes(first.login))
  const coordinator = overseer && stage.player(overseer.login)
  const partner = partnersOf(stage, accounts).jobcenter
  if (coordinator) {
    await playTowns(stage, { manager: ofTowns, partner, coordinator }, key)
    await playBarriers(stage, { first: family, second: youth, third: mother, coordinator, partner })
  }

  const administrator = accounts.find(({ role }) => role === 'administrator')
  if (administrator) await playWordings(stage, stage.player(administrator.login))

  await playStructure(stage, accounts, { caseManager: first, mother }, key)

  // The coordinator of the first case manager reads the family's case because it was released.
  stage.day(0)
  if (coordinator) {
    const body = { to: coordinator.userId, days: 14 }
    await first.call(accessEndpoints.release, { params: { id: family.id }, body })
  }
  await playCommittees(stage, accounts)

  // The workers of the server that starts next make it.
  await first.call(exportEndpoints.create, {
    body: { kind: 'caseFile', caseId: family.id, parts: [...caseFileParts] },
  })
}

/** Three of different employers, and the one of many towns. */
function managersOf(stage: Stage, accounts: readonly DemoAccount[]): [Player, Player, Player, Player] {
  const managers = accounts
    .filter(({ role }) => role === 'caseManager')
    .map(({ login }) => stage.player(login))
  const [first, second, third, ofTowns] = managers
  if (!first || !second || !third || !ofTowns) throw new Error('demo: four case managers are needed')
  return [first, second, third, ofTowns]
}

/** From the cases to what is decided and built. */
async function playStructure(
  stage: Stage,
  accounts: readonly DemoAccount[],
  { caseManager, mother }: { caseManager: Player; mother: CaseWork },
  key: string,
): Promise<void> {
  const seat = (role: DemoAccount['role']) => stage.player(accounts.find((one) => one.role === role)!.login)
  const coordinator = seat('coordinator')
  await playThemes(stage, coordinator, key)
  await playOffer(stage, mother)
  const administration = seat('administration')
  await playSolutions(stage, { coordinator, caseManager, administration, ...partnersOf(stage, accounts) })
}

/** Where the concept names no youth office, the social office takes its part. */
function partnersOf(stage: Stage, accounts: readonly DemoAccount[]): Partners {
  const logins = accounts.filter(({ role }) => role === 'partner').map(({ login }) => login)
  const named = (...names: string[]) => {
    const login = names.flatMap((name) => logins.filter((one) => one.endsWith(name)))[0]
    if (!login) throw new Error(`demo: no partner ${names.join(', ')}`)
    return stage.player(login)
  }
  return { youthOffice: named('-jugendamt', '-sozialamt'), jobcenter: named('-jobcenter') }
}
