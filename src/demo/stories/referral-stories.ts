import { consentEndpoints } from '../../modules/consent/index.ts'
import {
  handoutEndpoints,
  receivedReferralEndpoints,
  referralEndpoints,
} from '../../modules/referrals/index.ts'
import { sessionEndpoints } from '../../modules/staff/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { CaseWork } from '../case-work.ts'
import type { Player } from '../stage.ts'

type Wish = Omit<BodyInput<typeof referralEndpoints.draft>, 'personId' | 'organisationId' | 'unitId'>
type Answer = BodyInput<typeof receivedReferralEndpoints.answer>['answer']
interface Office {
  readonly organisationId: string
  readonly unitId: string | null
}
/** The partners of the district who read referrals in Lotse. */
export interface Partners {
  readonly youthOffice: Player
  readonly jobcenter: Player
}

const dataCategories = ['identity', 'contact', 'household', 'language'] as const
const toYouthOffice = (concern: string, desiredResult: string): Wish => ({
  purpose: 'family',
  lifeDomains: ['family'],
  dataCategories: [...dataCategories],
  concern,
  desiredResult,
  summary:
    'Familie mit Kindern, seit einem Jahr im Kreis. Beide Eltern sprechen Arabisch und lernen Deutsch.',
})
const toJobcenter = (concern: string, desiredResult: string): Wish => ({
  purpose: 'work',
  lifeDomains: ['occupation'],
  dataCategories: [...dataCategories],
  concern,
  desiredResult,
  summary: 'Gelernter Elektriker, Zeugnisse liegen übersetzt vor.',
})

/** Referrals of the family in every state: completed, running, waiting, unanswered, declined, drafted. */
export async function familyReferrals(work: CaseWork, partners: Partners): Promise<void> {
  const youth = await officeOf(work, partners.youthOffice)
  const job = await officeOf(work, partners.jobcenter)
  const family = await agree(
    work,
    youth,
    'family',
    ['family'],
    'Hilfen für die Kinder und Beratung zur Erziehung',
  )
  await agree(work, job, 'work', ['occupation'], 'Vermittlung in Arbeit als Elektriker')

  const school = await send(
    work,
    youth,
    -80,
    toYouthOffice('Frühe Hilfen für die jüngste Tochter', 'Ein Platz in der Spielgruppe'),
  )
  await answer(work, partners.youthOffice, school, -76, {
    to: 'accepted',
    note: 'Erstgespräch am kommenden Montag um 10 Uhr.',
  })
  await answer(work, partners.youthOffice, school, -69, { to: 'running' })
  await answer(work, partners.youthOffice, school, -35, {
    to: 'completed',
    result: 'reached',
    note: 'Die Tochter besucht die Spielgruppe.',
  })
  await handOut(work, family)
  await clientView(work, school, -30)

  const advice = await send(
    work,
    youth,
    -25,
    toYouthOffice('Beratung zur Erziehung', 'Gespräche mit beiden Eltern'),
  )
  await answer(work, partners.youthOffice, advice, -22, { to: 'accepted' })
  await answer(work, partners.youthOffice, advice, -15, {
    to: 'running',
    note: 'Erster Termin hat stattgefunden.',
  })

  const training = await send(
    work,
    job,
    -50,
    toJobcenter('Umschulung', 'Ein Platz in der Umschulung zur Fachkraft'),
  )
  await answer(work, partners.jobcenter, training, -44, {
    to: 'declined',
    reason: 'outsideCriteria',
    note: 'Dafür braucht es das Sprachniveau B1.',
  })

  await send(
    work,
    job,
    -17,
    toJobcenter('Gespräch über Arbeit als Elektriker', 'Ein Termin in der Vermittlung'),
  )
  await send(work, youth, -2, toYouthOffice('Ferienbetreuung für den Sohn', 'Ein Platz in den Osterferien'))

  work.stage.day(0)
  await draft(work, job, {
    ...toJobcenter('Schulden beim Energieversorger', ''),
    desiredResult: null,
    purpose: 'debt',
    lifeDomains: ['livelihood'],
  })
}

/** The partner's unit, as the form offers it: in each organisation of the demo one office reads referrals. */
async function officeOf(work: CaseWork, partner: Player): Promise<Office> {
  const { organisations } = await work.player.call(referralEndpoints.options, { params: { id: work.id } })
  const { user } = await partner.call(sessionEndpoints.read)
  const found = organisations.find(({ name }) => name === user.organisation)
  if (!found) throw new Error(`demo: ${partner.login} receives no referrals`)
  return { organisationId: found.id, unitId: found.units.find((unit) => unit.readsInLotse)?.id ?? null }
}

async function personOf(work: CaseWork): Promise<string> {
  const { persons } = await work.player.call(consentEndpoints.options, { params: { id: work.id } })
  return persons.find(({ minor }) => minor === false)!.id
}

async function agree(
  work: CaseWork,
  office: Office,
  purpose: 'family' | 'work',
  lifeDomains: string[],
  exactly: string,
): Promise<string> {
  const validFrom = work.stage.day(-85)
  const personId = await personOf(work)
  const made = await work.player.call(consentEndpoints.draft, {
    params: { id: work.id },
    body: {
      personId,
      recipientKind: 'organisation',
      ...office,
      direction: 'mutual',
      purposes: [purpose],
      purpose: exactly,
      lifeDomains,
      dataCategories: [...dataCategories],
      refusalConsequence: 'Ohne Einwilligung gehen Sie selbst zu dieser Stelle; wir beraten Sie weiter.',
      validFrom,
      validTo: work.stage.date(120),
    },
  })
  await work.player.call(consentEndpoints.confirm, {
    params: { id: made.id },
    ifMatch: made.version,
    body: {
      givenOn: validFrom,
      givenAs: 'written',
      givers: [{ role: 'self', personId }],
      language: 'ar',
      mediator: 'volunteer',
    },
  })
  return made.id
}

/** What the youth office got beside the referrals: a letter and a word on the telephone. */
async function handOut(work: CaseWork, consentId: string): Promise<void> {
  const params = { id: work.id }
  const paper = {
    kind: 'paper',
    via: 'inPerson',
    title: 'Übersicht der Familie für das Erstgespräch',
  } as const
  const word = { kind: 'oral', via: 'phone', title: 'Terminabsprache mit der Spielgruppe' } as const
  for (const [day, wish] of [
    [-69, { ...paper, dataCategories: ['identity', 'household'] }],
    [-40, { ...word, dataCategories: ['identity', 'contact'] }],
  ] as const) {
    const body = { ...wish, dataCategories: [...wish.dataCategories], consentId, onDate: work.stage.day(day) }
    await work.player.call(handoutEndpoints.record, { params, body })
  }
}

async function draft(work: CaseWork, office: Office, wish: Wish) {
  const body = { ...wish, ...office, personId: await personOf(work) }
  return work.player.call(referralEndpoints.draft, { params: { id: work.id }, body })
}

async function send(work: CaseWork, office: Office, day: number, wish: Wish): Promise<string> {
  work.stage.day(day)
  const { id, version } = await draft(work, office, wish)
  await work.player.call(referralEndpoints.send, { params: { id }, ifMatch: version })
  return id
}

async function answer(work: CaseWork, partner: Player, id: string, day: number, said: Answer): Promise<void> {
  work.stage.day(day)
  const { version } = await partner.call(receivedReferralEndpoints.read, { params: { id } })
  await partner.call(receivedReferralEndpoints.answer, {
    params: { id },
    ifMatch: version,
    body: { answer: said, basis: 'consent', basisConfirmed: true },
  })
}

async function clientView(work: CaseWork, id: string, day: number): Promise<void> {
  work.stage.day(day)
  const { rows } = await work.player.call(referralEndpoints.list, { params: { id: work.id } })
  await work.player.call(referralEndpoints.recordClientView, {
    params: { id },
    ifMatch: rows.find((row) => row.id === id)!.version,
    body: { clientView: 'helped', note: '„Meine Tochter hat jetzt Freundinnen.“' },
  })
}
