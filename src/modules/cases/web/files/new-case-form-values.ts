import { z } from 'zod'
import { HouseholdRole } from '../../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import type { BodyInput } from '../../../../platform/contract/endpoint.ts'
import { today } from '../../../../platform/web/dates.ts'
import { emptyShortPerson, personLabels, ShortPersonForm } from '../../../people/web/index.ts'
import type { caseEndpoints } from '../../contract/cases.ts'
import { CriterionAnswer, Intensity, LegalBasis, ServedElsewhere, Urgency } from '../../contract/codes.ts'
import type { RequestView } from '../../contract/requests/index.ts'

const orEmpty = <S extends z.ZodType<string>>(schema: S) => z.union([schema, z.literal('')])

/** What is typed at intake; empty text stands for "nothing said". Paths are those of the request body. */
export const NewCaseForm = z
  .object({
    persons: z.array(
      z.object({
        person: ShortPersonForm,
        role: HouseholdRole,
        isMain: z.boolean(),
        /** Known from another case: `person` is then shown, not sent. Absent in drafts of earlier versions. */
        personId: z.string().default(''),
        notSameAs: z.array(z.string()).default([]),
      }),
    ),
    information: z.object({ on: orEmpty(PlainDate), language: z.string(), basis: orEmpty(LegalBasis) }),
    firstTalkOn: orEmpty(PlainDate),
    concern: z.string().trim().max(8000),
    language: z.string(),
    municipalityId: z.string(),
    siteId: z.string(),
    entryRoute: z.string(),
    targetGroup: z.string(),
    gapMarkers: z.array(z.string()),
    urgency: Urgency,
    secrecy203: z.boolean(),
    servedElsewhere: ServedElsewhere,
    servedElsewhereBy: z.string().trim().max(8000),
    criteria: z.object({
      complexNeed: CriterionAnswer,
      severalProviders: CriterionAnswer,
      standardFails: CriterionAnswer,
      lacksResources: CriterionAnswer,
      clientAgrees: CriterionAnswer,
    }),
    intensity: orEmpty(Intensity),
  })
  .superRefine((typed, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: path.split('.'), message })
    if (typed.intensity === '')
      wrong('intensity', 'Bitte wählen Sie die Intensität. Der Vorschlag steht darüber.')
    if (typed.persons.length === 0) {
      if (typed.intensity !== '' && typed.intensity !== 'briefAdvice')
        wrong(
          'persons',
          'Bitte geben Sie mindestens eine Person an. Ohne Namen ist nur eine Kurzintervention möglich.',
        )
      return
    }
    if (typed.information.on === '')
      wrong('information.on', 'Bitte geben Sie an, wann Sie die Person informiert haben.')
    if (typed.information.basis === '') wrong('information.basis', 'Bitte wählen Sie die Rechtsgrundlage.')
    if (typed.information.language === '')
      wrong('information.language', 'Bitte wählen Sie die Sprache der Information.')
  })
export type NewCaseFormValues = z.input<typeof NewCaseForm>

const BASIS = 'lotse.basis'
/** The basis is that of the employer, so it is the same every time. */
export const rememberBasis = (basis: string): void => localStorage.setItem(BASIS, basis)
const lastBasis = (): LegalBasis | '' => LegalBasis.safeParse(localStorage.getItem(BASIS)).data ?? ''

export const newMember = (isMain: boolean): NewCaseFormValues['persons'][number] => ({
  person: emptyShortPerson,
  role: isMain ? 'client' : 'partner',
  isMain,
  personId: '',
  notSameAs: [],
})

/** An empty intake, or what the request it comes from already says. */
export const emptyCase = (siteId: string, request?: RequestView): NewCaseFormValues => ({
  persons: [newMember(true)],
  information: { on: today(), language: request?.language ?? '', basis: lastBasis() },
  firstTalkOn: today(),
  concern: request?.concern ?? '',
  language: request?.language ?? '',
  municipalityId: request?.municipality?.id ?? '',
  siteId: request?.site.id ?? siteId,
  entryRoute: request?.entryRoute ?? '',
  targetGroup: '',
  gapMarkers: [],
  urgency: request?.urgency ?? 'normal',
  secrecy203: false,
  servedElsewhere: 'notAsked',
  servedElsewhereBy: '',
  criteria: {
    complexNeed: 'unknown',
    severalProviders: 'unknown',
    standardFails: 'unknown',
    lacksResources: 'unknown',
    clientAgrees: 'unknown',
  },
  intensity: '',
})

/** What is sent. Information belongs to names: without a person there is none. */
export function bodyOfCase(
  values: z.output<typeof NewCaseForm>,
  requestId: string | undefined,
): BodyInput<typeof caseEndpoints.open> {
  const orNull = (text: string) => (text === '' ? null : text)
  const { information, intensity, servedElsewhere, servedElsewhereBy } = values
  const named = values.persons.length > 0
  return {
    ...(requestId === undefined ? {} : { requestId }),
    intensity: intensity as Intensity,
    persons: values.persons.map(({ personId, person, notSameAs, role, isMain }) =>
      personId === '' ? { person, role, isMain, notSameAs } : { personId, role, isMain },
    ),
    ...(named ? { information: information as { on: string; language: 'de'; basis: LegalBasis } } : {}),
    firstTalkOn: orNull(values.firstTalkOn),
    concern: orNull(values.concern),
    language: orNull(values.language) as 'de' | null,
    municipalityId: orNull(values.municipalityId),
    siteId: orNull(values.siteId),
    entryRoute: orNull(values.entryRoute),
    targetGroup: orNull(values.targetGroup),
    gapMarkers: values.gapMarkers,
    urgency: values.urgency,
    secrecy203: values.secrecy203,
    servedElsewhere,
    servedElsewhereBy: servedElsewhere === 'yes' ? orNull(servedElsewhereBy) : null,
    criteria: values.criteria,
  }
}

export const caseLabels: Record<string, string> = {
  persons: 'Personen',
  information: 'Information der Person',
  'information.on': 'Informiert am',
  'information.language': 'In welcher Sprache',
  'information.basis': 'Rechtsgrundlage',
  firstTalkOn: 'Erstgespräch am',
  concern: 'Anliegen',
  language: 'Sprache',
  municipalityId: 'Wohnort',
  siteId: 'Standort',
  entryRoute: 'Zugangsweg',
  targetGroup: 'Zielgruppe',
  gapMarkers: 'Lücken im Kreis, die dieser Fall zeigt',
  urgency: 'Dringlichkeit',
  secrecy203: 'Akte nach § 203 StGB kennzeichnen',
  servedElsewhere: 'Schon anderswo begleitet?',
  servedElsewhereBy: 'Von wem',
  criteria: 'Kriterien',
  intensity: 'Intensität',
}

/** With the fields of each person, so that the summary of errors says whose. */
export const labelsFor = (persons: number): Record<string, string> => ({
  ...caseLabels,
  ...Object.fromEntries(
    Array.from({ length: persons }, (_, index) =>
      Object.entries(personLabels).map(([path, label]) => [
        `persons.${index}.person.${path}`,
        persons === 1 ? label : `Person ${index + 1}, ${label}`,
      ]),
    ).flat(),
  ),
})
