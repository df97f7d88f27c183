import type { Player, Stage } from '../stage.ts'
import { CaseWork } from '../case-work.ts'
import type { StoryPerson } from './people.ts'

/** The persons of each story differ per district, what happens does not. */
export interface Cast {
  readonly newFamily: readonly StoryPerson[]
  readonly jobSeeker: readonly StoryPerson[]
  readonly comingOfAge: readonly StoryPerson[]
  readonly pregnant: readonly StoryPerson[]
  readonly euWorker: readonly StoryPerson[]
  readonly nurse: readonly StoryPerson[]
  readonly olderCouple: readonly StoryPerson[]
  readonly singleMother: readonly StoryPerson[]
  readonly returning: readonly StoryPerson[]
  readonly finished: readonly StoryPerson[]
}

const names = (persons: readonly StoryPerson[]) =>
  persons.slice(0, 1).map(({ person }) => `${person.givenName} ${person.familyName}`)
const yes = {
  complexNeed: 'yes',
  severalProviders: 'yes',
  standardFails: 'yes',
  lacksResources: 'yes',
  clientAgrees: 'yes',
} as const

/** A family after the change of the legal domain: goals agreed, waiting for the Jobcenter; the re-assessment is due. */
export async function newFamily(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -190, {
    intensity: 'caseManagement',
    language: 'ar',
    entryRoute: 'volunteers',
    targetGroup: 'immigrationHistory',
    urgency: 'soon',
    servedElsewhere: 'no',
    criteria: yes,
    persons: [...persons],
    concern:
      'Die Familie sucht eine größere Wohnung, beide Eltern möchten Deutsch lernen, die Tochter hat keinen Kita-Platz.',
  })
  await work.contact(-190, {
    kind: 'onSite',
    language: 'ar',
    mediator: 'volunteer',
    minutes: 60,
    share: 'individual',
    topics: ['housing', 'language', 'family'],
    note: 'Erstgespräch mit beiden Eltern. Wohnung mit zwei Zimmern für die ganze Familie, Feuchtigkeit im Kinderzimmer. Vater hat in der Heimat als Elektriker gearbeitet.',
  })
  await work.bases(-188, 'health', 'migration')
  await work.phases(-187, 'assessment')
  await work.assess(-185, [
    ['family', 4, 2, 4],
    ['health', 3, 3, 3],
    ['housing', 1, 5, 1, 'Zwei Zimmer für die ganze Familie.'],
    ['language', 2, 5, 2],
    ['occupation', 4, 4, 3, 'Zeugnisse liegen übersetzt vor.'],
    ['livelihood', 3, 3, 3],
    ['mobility', 2, 4, 2],
    ['participation', 3, 3, 4],
  ])
  await work.phases(-140, 'planning')
  await work.goal(
    -140,
    {
      wording: 'Wir wohnen in einer Wohnung, in der jedes Kind einen Platz zum Lernen hat.',
      indicator: 'Mietvertrag über mindestens vier Zimmer',
      lifeDomains: ['housing'],
      target: 60,
    },
    [
      { wording: 'Wohnberechtigungsschein beantragen', responsible: 'client', due: -110, state: 'done' },
      { wording: 'Gespräch mit der Wohnungsgesellschaft vermitteln', responsible: 'caseManager', due: -3 },
      { wording: 'Übernahme der Mietkosten klären', responsible: 'authority', due: 12, state: 'waiting' },
    ],
  )
  await work.goal(
    -140,
    { wording: 'Wir beide besuchen einen Integrationskurs.', lifeDomains: ['language'], target: 90 },
    [
      {
        wording: 'Antrag auf Zulassung zum Integrationskurs stellen',
        responsible: 'client',
        due: -95,
        state: 'done',
      },
      { wording: 'Kurs mit Kinderbetreuung suchen', responsible: 'caseManager', due: 4 },
    ],
  )
  await work.agreement(-132, 'ar', { day: -128, names: names(persons), read: ['ar'] })
  await work.phases(-127, 'implementation')
  await work.contact(-90, {
    kind: 'phone',
    language: 'ar',
    mediator: 'volunteer',
    minutes: 15,
    topics: ['language'],
    note: 'Zulassung zum Kurs ist da. Kurs mit Kinderbetreuung beginnt erst im nächsten Quartal.',
  })
  await work.contact(-31, {
    kind: 'escort',
    language: 'ar',
    mediator: 'professional',
    minutes: 90,
    share: 'individual',
    topics: ['livelihood'],
    activities: ['escort', 'contactAuthority'],
    note: 'Begleitung zum Jobcenter. Unterlagen vollständig abgegeben.',
    wait: { label: 'Bescheid des Jobcenters', until: stage.date(3) },
  })
  await work.contact(-4, {
    kind: 'onSite',
    language: 'ar',
    mediator: 'volunteer',
    minutes: 45,
    topics: ['housing', 'family'],
    note: 'Die Tochter hat einen Platz in der Kita ab dem nächsten Monat.',
  })
  await work.task('Rückfrage beim Jobcenter: Bescheid zu den Mietkosten', -1, 'waitingForOthers')
  await work.task('Hausbesuch vereinbaren', 2)
  return work
}

/** Skilled work and recognition; assessed twice, the agreement drafted and not signed yet. */
export async function jobSeeker(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -205, {
    intensity: 'caseManagement',
    language: 'tr',
    entryRoute: 'jobcenter',
    targetGroup: 'immigrationHistory',
    criteria: { ...yes, lacksResources: 'no' },
    servedElsewhere: 'yes',
    persons: [...persons],
    concern: 'Ausbildung im Ausland ist hier nicht anerkannt.',
  })
  await work.contact(-205, {
    kind: 'onSite',
    language: 'tr',
    mediator: 'none',
    minutes: 60,
    topics: ['occupation'],
    note: 'Erstgespräch. Bisher drei Stellen abgesagt, weil die Anerkennung fehlt.',
  })
  await work.phases(-203, 'assessment')
  await work.assess(-200, [
    ['family', 4, 1, 4],
    ['housing', 4, 1, 4],
    ['language', 3, 3, 3],
    ['occupation', 2, 5, 1, 'Anerkennung als Fachkraft offen.'],
    ['livelihood', 2, 4, 2],
    ['mobility', 4, 2, 4],
    ['participation', 4, 2, 4],
  ])
  await work.phases(-195, 'planning')
  const goal = await work.goal(
    -195,
    {
      wording: 'Ich arbeite wieder in meinem gelernten Beruf.',
      indicator: 'Bescheid über die Anerkennung',
      lifeDomains: ['occupation', 'livelihood'],
      target: 45,
    },
    [
      { wording: 'Zeugnisse übersetzen lassen', responsible: 'client', due: -160, state: 'done' },
      { wording: 'Antrag bei der anerkennenden Stelle', responsible: 'client', due: -120, state: 'done' },
      { wording: 'Anpassungslehrgang suchen', responsible: 'partner', who: 'Kammer', due: 20 },
    ],
  )
  await work.agreement(-190, 'tr', { day: -189, names: names(persons), read: ['tr', 'de'] })
  await work.phases(-188, 'implementation')
  await work.contact(-120, {
    kind: 'video',
    language: 'de',
    minutes: 30,
    topics: ['occupation'],
    note: 'Antrag ist abgeschickt, Eingang bestätigt.',
  })
  await work.reach(-20, goal, 'partly')
  await work.phases(-15, 'reassessment')
  await work.assess(-12, [
    ['family', 4, 1, 4],
    ['housing', 4, 1, 4],
    ['language', 4, 2, 4],
    ['occupation', 3, 4, 3],
    ['livelihood', 3, 3, 3],
  ])
  await work.goal(
    -10,
    { wording: 'Ich schließe den Anpassungslehrgang ab.', lifeDomains: ['occupation'], target: 240 },
    [{ wording: 'Anmeldung zum Lehrgang', responsible: 'client', due: 9 }],
  )
  await work.agreement(-8, 'tr')
  await work.task('Vereinbarung zur Unterschrift mitbringen', 0)
  return work
}

/** A young person shortly before coming of age; first talk done, assessment begun and not finished. */
export async function comingOfAge(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -24, {
    intensity: 'caseManagement',
    language: 'fa',
    entryRoute: 'youthOffice',
    targetGroup: 'immigrationHistory',
    urgency: 'urgent',
    secrecy203: true,
    servedElsewhere: 'yes',
    criteria: { ...yes, standardFails: 'unknown' },
    persons: [...persons],
    concern: 'Wird in zwei Monaten volljährig; Wohngruppe und Schule enden zugleich.',
  })
  await work.contact(-24, {
    kind: 'onSite',
    language: 'fa',
    mediator: 'professional',
    minutes: 60,
    topics: ['housing', 'occupation'],
    secrecy203: true,
    note: 'Erstgespräch zusammen mit der Betreuerin. Möchte eine Ausbildung als Anlagenmechaniker beginnen.',
  })
  await work.phases(-20, 'assessment')
  await work.assess(
    -17,
    [
      ['housing', 1, 5, 2],
      ['language', 3, 3, 4],
      ['occupation', 3, 4, 4],
    ],
    false,
  )
  await work.contact(-9, {
    kind: 'phone',
    language: 'de',
    minutes: 15,
    topics: ['housing'],
    note: 'Jugendamt prüft Hilfe für junge Volljährige.',
    wait: { label: 'Entscheidung des Jugendamts', until: stage.date(-2) },
  })
  await work.task('Jugendamt an die Entscheidung erinnern', -2, 'waitingForOthers')
  return work
}

/** Accompaniment: short picture, tasks, goals optional. */
export async function pregnant(stage: Stage, cm: Player, persons: readonly StoryPerson[]): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -62, {
    intensity: 'accompaniment',
    language: 'ti',
    entryRoute: 'health',
    servedElsewhere: 'no',
    persons: [...persons],
    concern: 'Braucht eine Hebamme und Unterstützung bei Anträgen rund um die Geburt.',
  })
  await work.contact(-62, {
    kind: 'consultationHours',
    language: 'ti',
    mediator: 'family',
    minutes: 45,
    topics: ['family', 'health'],
    note: 'Hebamme im Ort nimmt niemanden mehr auf. Zwei weitere angefragt.',
  })
  await work.phases(-55, 'implementation')
  await work.goal(
    -50,
    {
      wording: 'Mein Kind und ich sind rund um die Geburt gut versorgt.',
      lifeDomains: ['family'],
      target: 30,
    },
    [
      { wording: 'Hebamme finden', responsible: 'caseManager', due: -35, state: 'done' },
      { wording: 'Erstausstattung beantragen', responsible: 'client', due: 1 },
    ],
  )
  await work.contact(-13, {
    kind: 'phone',
    language: 'ti',
    mediator: 'volunteer',
    minutes: 15,
    topics: ['family'],
    note: 'Hebamme hat zugesagt.',
  })
  await work.task('Antrag auf Erstausstattung gemeinsam ausfüllen', 1)
  return work
}

/** EU newcomer in a rural municipality; brief work on contract and housing. */
export async function euWorker(stage: Stage, cm: Player, persons: readonly StoryPerson[]): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -40, {
    intensity: 'accompaniment',
    language: 'ro',
    entryRoute: 'self',
    servedElsewhere: 'no',
    persons: [...persons],
    concern: 'Lohn für zwei Monate steht aus, Unterkunft gehört dem Arbeitgeber.',
  })
  await work.contact(-40, {
    kind: 'outreach',
    language: 'ro',
    mediator: 'professional',
    minutes: 75,
    topics: ['livelihood', 'housing', 'occupation'],
    activities: ['contactAuthority'],
    note: 'Gespräch vor Ort nach Hinweis eines Nachbarn. Beratungsstelle für Arbeitsrecht eingeschaltet.',
  })
  await work.phases(-33, 'implementation')
  await work.contact(-12, {
    kind: 'phone',
    language: 'ro',
    mediator: 'professional',
    minutes: 30,
    topics: ['livelihood'],
    note: 'Ein Monatslohn ist gezahlt.',
  })
  await work.task('Frist für die Lohnklage prüfen', 4)
  return work
}

/** In the intake: bases recorded, criteria answered, nothing assessed yet. */
export async function nurse(stage: Stage, cm: Player, persons: readonly StoryPerson[]): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -5, {
    intensity: 'caseManagement',
    language: 'en',
    entryRoute: 'campaign',
    servedElsewhere: 'no',
    criteria: { ...yes, lacksResources: 'unknown' },
    persons: [...persons],
    concern: 'Möchte als Pflegefachkraft arbeiten und die Familie nachholen.',
  })
  await work.contact(-5, {
    kind: 'onSite',
    language: 'en',
    mediator: 'none',
    minutes: 60,
    topics: ['occupation', 'family'],
    note: 'Erstgespräch, sehr gut vorbereitet.',
  })
  await work.task('Unterlagen für das Assessment bereitlegen', 0)
  return work
}

/** An older couple; planning stands, the agreement is signed in German in plain words. */
export async function olderCouple(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -95, {
    intensity: 'caseManagement',
    language: 'ru',
    entryRoute: 'family',
    servedElsewhere: 'no',
    criteria: yes,
    persons: [...persons],
    concern: 'Pflege, Rente und Wohnung: viele Briefe, die das Ehepaar nicht versteht.',
  })
  await work.contact(-95, {
    kind: 'outreach',
    language: 'ru',
    mediator: 'volunteer',
    minutes: 90,
    topics: ['livelihood', 'housing'],
    note: 'Hausbesuch. Ungeöffnete Post sortiert, zwei Fristen gewahrt.',
  })
  await work.bases(-94, 'health')
  await work.phases(-93, 'assessment')
  await work.assess(-90, [
    ['family', 4, 2, 4],
    ['health', 2, 5, 2],
    ['housing', 3, 3, 3],
    ['language', 1, 4, 2],
    ['livelihood', 2, 4, 2],
    ['mobility', 1, 5, 1],
    ['participation', 2, 4, 2],
  ])
  await work.phases(-86, 'planning')
  await work.goal(
    -86,
    {
      wording: 'Wir verstehen unsere Post und verpassen keine Frist.',
      lifeDomains: ['livelihood', 'participation'],
      target: 100,
    },
    [
      { wording: 'Ehrenamtliche Begleitung für Briefe finden', responsible: 'volunteer', due: 6 },
      { wording: 'Pflegeberatung einladen', responsible: 'caseManager', due: -30, state: 'done' },
    ],
  )
  await work.agreement(-80, 'ru', { day: -79, names: names(persons), read: ['ru'] })
  await work.phases(-78, 'implementation')
  await work.contact(-16, {
    kind: 'phone',
    language: 'ru',
    mediator: 'volunteer',
    minutes: 20,
    topics: ['health'],
    note: 'Pflegegrad ist bewilligt.',
  })
  return work
}

/** A single mother; grew from accompaniment into case management. */
export async function singleMother(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -110, {
    intensity: 'accompaniment',
    language: 'uk',
    entryRoute: 'school',
    servedElsewhere: 'no',
    criteria: yes,
    persons: [...persons],
    concern: 'Kurszeiten und Betreuung der Kinder passen nicht zusammen.',
  })
  await work.contact(-110, {
    kind: 'onSite',
    language: 'uk',
    mediator: 'professional',
    minutes: 60,
    topics: ['language', 'family'],
    note: 'Zwei Kinder, 4 und 9 Jahre. Ganztag nur an drei Tagen.',
  })
  await work.phases(-104, 'implementation')
  await work.contact(-58, {
    kind: 'message',
    language: 'uk',
    minutes: 10,
    topics: ['language'],
    note: 'Kurs abgebrochen, weil die Betreuung ausfiel.',
  })
  await work.task('Tagespflege im Ort anfragen', 3)
  return work
}

/** Closed with goals reached, then reopened with a new need. */
export async function returning(
  stage: Stage,
  cm: Player,
  persons: readonly StoryPerson[],
): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -320, {
    intensity: 'accompaniment',
    language: 'kmr',
    entryRoute: 'mbe',
    servedElsewhere: 'no',
    persons: [...persons],
    concern: 'Schulden aus einem Mobilfunkvertrag.',
  })
  await work.contact(-320, {
    kind: 'onSite',
    language: 'kmr',
    mediator: 'volunteer',
    minutes: 45,
    topics: ['livelihood'],
    note: 'Schuldnerberatung eingeschaltet.',
  })
  await work.phases(-312, 'implementation')
  await work.close(-210, {
    reason: 'goalsReached',
    goals: 'fully',
    summary: 'Ratenzahlung vereinbart und eingehalten.',
    clientView: 'Ich schlafe wieder ruhig.',
    aftercareOn: stage.date(60),
  })
  await work.reopen(-18)
  await work.contact(-18, {
    kind: 'phone',
    language: 'de',
    minutes: 20,
    topics: ['housing'],
    note: 'Kündigung der Wohnung wegen Eigenbedarfs.',
  })
  await work.task('Mieterberatung vermitteln', 5)
  return work
}

/** Closed, in aftercare. */
export async function finished(stage: Stage, cm: Player, persons: readonly StoryPerson[]): Promise<CaseWork> {
  const work = await CaseWork.open(stage, cm, -260, {
    intensity: 'accompaniment',
    language: 'en',
    entryRoute: 'self',
    servedElsewhere: 'no',
    persons: [...persons],
    concern: 'Fragen zur Anmeldung an der Berufsschule.',
  })
  await work.contact(-260, {
    kind: 'consultationHours',
    language: 'en',
    minutes: 30,
    topics: ['occupation'],
    note: 'Unterlagen durchgesehen, Termin mit der Schule vereinbart.',
  })
  await work.phases(-255, 'implementation')
  await work.close(-40, {
    reason: 'goalsPartlyReached',
    goals: 'partly',
    openNeeds: 'Sprachförderung neben der Ausbildung',
    clientView: 'Die Begleitung zur Schule hat mir Mut gemacht.',
    aftercareOn: stage.date(50),
  })
  return work
}
