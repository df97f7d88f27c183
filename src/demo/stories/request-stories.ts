import { partnerRequestEndpoints, requestEndpoints } from '../../modules/cases/index.ts'
import { sessionEndpoints } from '../../modules/staff/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { Player, Stage } from '../stage.ts'

type Request = Omit<BodyInput<typeof requestEndpoints.record>, 'siteId'>

/** Days ago, and what was asked: queue of different ages and urgency, brief advice, signposting. */
const requests: readonly (readonly [number, Request])[] = [
  [
    -9,
    {
      channel: 'phone',
      urgency: 'urgent',
      language: 'ar',
      lifeDomains: ['housing'],
      concern: 'Räumungstermin in drei Wochen, Familie mit zwei Kindern.',
      callerName: 'Herr Nassar',
      callbackNumber: '0152 0000011',
    },
  ],
  [
    -6,
    {
      channel: 'partner',
      urgency: 'soon',
      entryRoute: 'school',
      language: 'uk',
      lifeDomains: ['family', 'language'],
      concern: 'Schulsozialarbeit bittet um Beratung der Mutter; Kind fehlt oft im Unterricht.',
    },
  ],
  [
    -3,
    {
      channel: 'consultationHour',
      language: 'ro',
      lifeDomains: ['occupation'],
      concern: 'Fragen zu Arbeitsvertrag und Krankenversicherung.',
      callerName: 'Frau Munteanu',
    },
  ],
  [
    -1,
    {
      channel: 'walkIn',
      language: 'fa',
      lifeDomains: ['language'],
      concern: 'Sucht einen Deutschkurs am Abend.',
    },
  ],
  [
    -2,
    {
      channel: 'phone',
      language: 'tr',
      take: true,
      lifeDomains: ['livelihood'],
      concern: 'Bittet um Rückruf wegen eines Bescheids.',
      callerName: 'Frau Demir',
      callbackNumber: '02064 0000022',
    },
  ],
  [
    -7,
    {
      channel: 'walkIn',
      language: 'en',
      lifeDomains: ['mobility'],
      concern: 'Welche Fahrkarte gilt im ganzen Kreis?',
      outcome: { kind: 'advised', minutes: 15 },
    },
  ],
  [
    -12,
    {
      channel: 'phone',
      language: 'ru',
      lifeDomains: ['livelihood'],
      concern: 'Schulden bei einem Versandhaus.',
      outcome: { kind: 'signposted', service: 'Schuldnerberatung', minutes: 10 },
    },
  ],
]

type Words = Pick<Request, 'concern' | 'language' | 'callerName'>

/** What the second and the third case manager of a district hear: other people, other worries, at the same age. */
const others: readonly (readonly Words[])[] = [
  [
    {
      concern: 'Der Vermieter hat zum Monatsende gekündigt, das Paar findet nichts.',
      language: 'sr',
      callerName: 'Frau Jovanović',
    },
    { concern: 'Die Kita bittet um Beratung: Der Vater versteht die Briefe nicht.', language: 'kmr' },
    {
      concern: 'Möchte wissen, wie ein Zeugnis aus dem Ausland anerkannt wird.',
      language: 'es',
      callerName: 'Frau Morales',
    },
    { concern: 'Sucht einen Sportverein für zwei Kinder.', language: 'ar' },
    { concern: 'Das Konto ist gesperrt, die Miete steht aus.', language: 'pl', callerName: 'Herr Wójcik' },
    { concern: 'Wie meldet man ein Auto um?', language: 'en' },
    { concern: 'Ratenzahlung für die Stromrechnung.', language: 'tr' },
    {
      concern: 'Fragt nach Hilfe bei der Einschulung des jüngsten Kindes.',
      language: 'uk',
      callerName: 'Frau Shevchenko',
    },
  ],
  [
    { concern: 'Schimmel in der Wohnung, ein Kind hat Asthma.', language: 'sq', callerName: 'Herr Berisha' },
    { concern: 'Die Berufsschule meldet sich: Eine Schülerin will abbrechen.', language: 'fa' },
    {
      concern: 'Hat eine Kündigung bekommen und versteht die Frist nicht.',
      language: 'bg',
      callerName: 'Herr Dimitrov',
    },
    { concern: 'Sucht eine Hausärztin mit Russischkenntnissen.', language: 'ru' },
    {
      concern: 'Fragt, welche Unterlagen das Jobcenter noch braucht.',
      language: 'ti',
      callerName: 'Frau Tesfay',
    },
    { concern: 'Gibt es am Wochenende eine Fahrradwerkstatt?', language: 'fr' },
    { concern: 'Mahnung eines Telefonanbieters.', language: 'ar' },
    {
      concern: 'Möchte sich ehrenamtlich engagieren und besser Deutsch sprechen.',
      language: 'es',
      callerName: 'Herr Castillo',
    },
  ],
]
const wordsOf = (variant: number, index: number): Partial<Words> => others[variant - 1]?.[index] ?? {}

/** Recorded at the sites of a case manager, one after the other; `variant` chooses whose worries they are. */
/** A partner asks KIM in for somebody who agreed; it waits in the queue of the case manager's site. */
export async function askedByPartner(stage: Stage, partner: Player, cm: Player): Promise<void> {
  const consentedOn = stage.day(-2)
  const { sites } = await cm.call(sessionEndpoints.read)
  await partner.call(partnerRequestEndpoints.send, {
    body: {
      siteId: sites[0]!.id,
      name: 'Zeynep Aksoy',
      concern:
        'Möchte wissen, wie ihre Ausbildung anerkannt wird, und braucht Hilfe bei der Kinderbetreuung.',
      language: 'tr',
      reference: 'Team 3, Vorgang 118',
      consentedOn,
      consentForm: 'oral',
      consentBy: 'self',
      answerAgreed: true,
    },
  })
}

export async function playRequests(stage: Stage, cm: Player, variant: number): Promise<void> {
  const { sites } = await cm.call(sessionEndpoints.read)
  for (const [index, [day, request]] of requests.entries()) {
    const site = sites[index % sites.length]
    if (!site) return
    stage.day(day)
    await cm.call(requestEndpoints.record, {
      body: { siteId: site.id, ...request, ...wordsOf(variant, index) },
    })
  }
  await playTransfer(stage, cm, variant)
}

/** A request that came to the wrong employer: passed on with the person's agreement, and waiting there. */
async function playTransfer(stage: Stage, from: Player, variant: number): Promise<void> {
  const { sites } = await from.call(sessionEndpoints.read)
  const site = sites[0]
  if (!site) return
  stage.day(-4)
  const request = await from.call(requestEndpoints.record, {
    body: {
      siteId: site.id,
      channel: 'phone',
      language: 'ar',
      lifeDomains: ['language'],
      concern: 'Fragt nach einem Kurs mit Kinderbetreuung in der Nähe der Wohnung.',
      callerName: 'Frau Haddad',
      callbackNumber: '0152 0000033',
      take: true,
      ...wordsOf(variant, requests.length),
    },
  })
  const params = { id: request.id }
  const { rows } = await from.call(requestEndpoints.transferTargets, { params })
  const target = rows.find(({ sameEmployer }) => !sameEmployer)
  if (!target) return
  stage.day(-3)
  await from.call(requestEndpoints.transfer, {
    params,
    body: { siteId: target.id, reason: 'residence', agreedOn: stage.date(-3) },
  })
}
