import { assessmentEndpoints } from '../modules/assessment/index.ts'
import { taskEndpoints } from '../modules/calendar/index.ts'
import { caseEndpoints, closureEndpoints, intakeEndpoints, type Phase } from '../modules/cases/index.ts'
import { contactEndpoints } from '../modules/contacts/index.ts'
import { agreementEndpoints, planEndpoints } from '../modules/plan/index.ts'
import { sessionEndpoints } from '../modules/staff/index.ts'
import type { PlainDate } from '../platform/contract/dates.ts'
import type { BodyInput } from '../platform/contract/endpoint.ts'
import type { Player, Stage } from './stage.ts'

type OpenBody = BodyInput<typeof caseEndpoints.open>
type ContactBody = BodyInput<typeof contactEndpoints.create>
type GoalBody = BodyInput<typeof planEndpoints.addGoal>
type StepBody = BodyInput<typeof planEndpoints.addStep>
type Rating = readonly [domain: string, resource: number, need: number, client: number, note?: string]
/** Kinds of data whose legal basis is recorded beyond counselling itself. */
type Sensitive = 'health' | 'migration'

/** One case as its case manager works it; the days are offsets from today. */
export class CaseWork {
  readonly id: string
  readonly stage: Stage
  readonly player: Player

  private constructor(id: string, stage: Stage, player: Player) {
    this.id = id
    this.stage = stage
    this.player = player
  }

  static async open(
    stage: Stage,
    player: Player,
    day: number,
    body: Omit<OpenBody, 'openedOn'>,
  ): Promise<CaseWork> {
    const openedOn = stage.day(day)
    const information = body.persons?.length
      ? { information: { on: openedOn, language: body.language ?? ('de' as const), basis: player.basis } }
      : {}
    const { sites } = await player.call(sessionEndpoints.read)
    const siteId = sites[Math.abs(day) % sites.length]?.id
    const { id } = await player.call(caseEndpoints.open, {
      body: { openedOn, siteId, ...information, ...body },
    })
    return new CaseWork(id, stage, player)
  }

  private get params() {
    return { id: this.id }
  }

  async contact(day: number, body: Omit<ContactBody, 'onDate'>): Promise<void> {
    const onDate = this.stage.day(day)
    await this.player.call(contactEndpoints.create, { params: this.params, body: { onDate, ...body } })
  }

  async phases(day: number, ...phases: Phase[]): Promise<void> {
    const on = this.stage.day(day)
    for (const to of phases)
      await this.player.call(caseEndpoints.changePhase, { params: this.params, body: { to, on } })
  }

  async bases(day: number, ...kinds: Sensitive[]): Promise<void> {
    const informedOn = this.stage.day(day)
    for (const kind of kinds) {
      const body = { kind, basis: 'consent', informedOn, informationLanguage: 'de' } as const
      await this.player.call(intakeEndpoints.recordBasis, { params: this.params, body })
    }
  }

  async assess(day: number, ratings: readonly Rating[], complete = true): Promise<void> {
    const startedOn = this.stage.day(day)
    const screen = await this.player.call(assessmentEndpoints.start, {
      params: this.params,
      body: { startedOn },
    })
    const assessment = screen.current!
    for (const [lifeDomain, resource, need, clientView, note] of ratings) {
      await this.player.call(assessmentEndpoints.rate, {
        params: { id: assessment.id, lifeDomain },
        ifMatch: 0,
        body: {
          resource,
          need,
          clientView,
          ...(need >= 4 ? { urgency: 'soon' } : {}),
          ...(note ? { note } : {}),
        },
      })
    }
    if (complete) {
      const { current } = await this.player.call(assessmentEndpoints.read, { params: { id: assessment.id } })
      await this.player.call(assessmentEndpoints.complete, {
        params: { id: assessment.id },
        ifMatch: current!.version,
      })
    }
  }

  /** A goal with its steps; `due` of a step is an offset, `done` marks it done. */
  async goal(
    day: number,
    goal: Omit<GoalBody, 'targetOn'> & { target?: number },
    steps: readonly (Omit<StepBody, 'dueOn'> & { due?: number; state?: 'done' | 'waiting' })[],
  ): Promise<string> {
    this.stage.day(day)
    const { target, ...body } = goal
    const targetOn = target === undefined ? null : this.stage.date(target)
    const { id } = await this.player.call(planEndpoints.addGoal, {
      params: this.params,
      body: { ...body, targetOn },
    })
    for (const { due, state, ...step } of steps) {
      const dueOn = due === undefined ? null : this.stage.date(due)
      const made = await this.player.call(planEndpoints.addStep, { params: { id }, body: { ...step, dueOn } })
      if (state) {
        await this.player.call(planEndpoints.changeStep, {
          params: { id: made.id },
          ifMatch: made.version,
          body: { state },
        })
      }
    }
    return id
  }

  async reach(day: number, goalId: string, state: 'reached' | 'partly'): Promise<void> {
    this.stage.day(day)
    const plan = await this.player.call(planEndpoints.read, { params: this.params })
    const goal = plan.goals.find(({ id }) => id === goalId)!
    await this.player.call(planEndpoints.changeGoal, {
      params: { id: goalId },
      ifMatch: goal.version,
      body: { state },
    })
  }

  async agreement(
    day: number,
    language: BodyInput<typeof agreementEndpoints.draft>['language'],
    signed?: { day: number; names: readonly string[]; read: readonly string[] },
  ): Promise<void> {
    this.stage.day(day)
    const draft = await this.player.call(agreementEndpoints.draft, {
      params: this.params,
      body: { language },
    })
    if (!signed) return
    const signedOn: PlainDate = this.stage.day(signed.day)
    await this.player.call(agreementEndpoints.sign, {
      params: { id: draft.id },
      ifMatch: draft.version,
      body: {
        signedOn,
        kind: 'paper',
        signatories: [
          ...signed.names.map((name) => ({ role: 'client' as const, name })),
          { role: 'caseManager' as const, name: null },
        ],
        readLanguages: [...signed.read],
        mediatorKind: 'none',
      },
    })
  }

  async task(title: string, due: number, kind: 'own' | 'waitingForOthers' = 'own'): Promise<void> {
    this.stage.day(0)
    await this.player.call(taskEndpoints.create, {
      body: { title, kind, dueOn: this.stage.date(due), caseId: this.id },
    })
  }

  async close(day: number, body: Omit<BodyInput<typeof closureEndpoints.close>, 'closedOn'>): Promise<void> {
    const closedOn = this.stage.day(day)
    await this.player.call(closureEndpoints.close, { params: this.params, body: { closedOn, ...body } })
  }

  async reopen(day: number): Promise<void> {
    const on = this.stage.day(day)
    await this.player.call(closureEndpoints.reopen, { params: this.params, body: { reason: 'newNeed', on } })
  }
}
