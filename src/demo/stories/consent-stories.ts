import { consentEndpoints, secrecyReleaseEndpoints } from '../../modules/consent/index.ts'
import type { BodyInput } from '../../platform/contract/endpoint.ts'
import type { CaseWork } from '../case-work.ts'

type Draft = Omit<BodyInput<typeof consentEndpoints.draft>, 'personId' | 'validFrom' | 'validTo'>

interface Given {
  readonly kind: 'consent' | 'secrecyRelease'
  readonly day: number
  readonly until: number
  readonly language: 'ar' | 'ru'
  readonly withdrawnOn?: number
  readonly draft: Draft
}

const refusalConsequence =
  'Ohne Einwilligung beraten wir Sie weiter; den Weg zu dieser Stelle gehen Sie dann selbst.'

const toTeam = (day: number): Given => ({
  kind: 'consent', day, until: 200, language: 'ar',
  draft: { recipientKind: 'kimTeam', direction: 'mutual', purposes: ['teamWork'], purpose: 'Vertretung im Urlaub und fachliche Begleitung dieses Falls', dataCategories: ['identity', 'plan', 'contacts', 'assessment'], refusalConsequence },
}) // oxfmt-ignore

const toLandlord = (day: number): Given => ({
  kind: 'consent', day, until: 21, language: 'ar',
  draft: { recipientKind: 'other', recipientName: 'Wohnungsgesellschaft', purposes: ['housing'], purpose: 'Bewerbung um eine Wohnung mit vier Zimmern', lifeDomains: ['housing'], dataCategories: ['identity', 'household'], refusalConsequence },
}) // oxfmt-ignore

const toSchool = (day: number): Given => ({
  kind: 'consent', day, until: 90, language: 'ar', withdrawnOn: -20,
  draft: { recipientKind: 'other', recipientName: 'Kita-Leitung', purposes: ['school'], purpose: 'Anmeldung der Tochter in der Kita', lifeDomains: ['family'], dataCategories: ['identity', 'household'], refusalConsequence },
}) // oxfmt-ignore

const toDoctor = (day: number): Given => ({
  kind: 'secrecyRelease', day, until: 120, language: 'ar',
  draft: { recipientKind: 'other', recipientName: 'Kinderärztliche Praxis', direction: 'fromRecipient', purposes: ['health'], purpose: 'Befund für den Antrag auf Frühförderung', lifeDomains: ['health'], dataCategories: ['documents'], specialCategories: ['health'], refusalConsequence },
}) // oxfmt-ignore

/** The family's declarations: for the team, one that runs out, one withdrawn, one release from secrecy. */
export async function familyConsents(work: CaseWork): Promise<void> {
  for (const given of [toTeam(-140), toLandlord(-60), toSchool(-70), toDoctor(-50)]) await give(work, given)
}

async function give(
  work: CaseWork,
  { kind, day, until, language, withdrawnOn, draft }: Given,
): Promise<void> {
  const endpoints = kind === 'consent' ? consentEndpoints : secrecyReleaseEndpoints
  const { stage, player } = work
  const params = { id: work.id }
  const validFrom = stage.day(day)
  const { persons } = await player.call(consentEndpoints.options, { params })
  const adult = persons.find(({ minor }) => minor === false)!
  const body = { ...draft, personId: adult.id, validFrom, validTo: stage.date(until) }
  const made = await player.call(endpoints.draft, { params, body })
  await player.call(endpoints.confirm, {
    params: { id: made.id },
    ifMatch: made.version,
    body: {
      givenOn: validFrom,
      givenAs: 'written',
      givers: [{ role: 'self', personId: adult.id }],
      language,
      mediator: 'volunteer',
    },
  })
  if (withdrawnOn === undefined) return
  await player.call(endpoints.withdraw, {
    params: { id: made.id },
    body: { withdrawnOn: stage.day(withdrawnOn), withdrawnAs: 'written' },
  })
}
