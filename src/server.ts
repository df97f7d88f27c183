import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { assessmentRoutes, assessmentTexts } from './modules/assessment/server/index.ts'
import { barrierDaySources, barrierRoutes, barrierTexts } from './modules/barriers/server/index.ts'
import {
  caseRoutes,
  caseTexts,
  requestRoutes,
  requestTexts,
  type OnCaseClosed,
  type OnHouseholdChanged,
  deleteExpiredRequests,
} from './modules/cases/server/index.ts'
import {
  committeeDaySources,
  committeeRoutes,
  committeeTexts,
  papersInUse,
  type AgendaSource,
  type OnDecided,
  type SubjectPaper,
} from './modules/committees/server/index.ts'
import { calendarDaySources, calendarRoutes, calendarTexts } from './modules/calendar/server/index.ts'
import {
  consentDaySources,
  consentRoutes,
  consentTexts,
  endSharing,
  recheckTeamAccessJob,
  syncTeamAccess,
  type OnConsentEnded,
} from './modules/consent/server/index.ts'
import { contactDaySources, contactRoutes, contactTexts } from './modules/contacts/server/index.ts'
import { documentRoutes, documentTexts, sweepFilesJob } from './modules/documents/server/index.ts'
import { exportRoutes, exportsJob, exportTexts } from './modules/exports/server/index.ts'
import { personRoutes, personTexts } from './modules/people/server/index.ts'
import { rightsOf } from './modules/staff/index.ts'
import { planDaySources, planRoutes, planTexts } from './modules/plan/server/index.ts'
import {
  programmeDaySources,
  programmeFiles,
  programmeRoutes,
  programmeTexts,
} from './modules/programme/server/index.ts'
import { retentionJob } from './modules/records/server/index.ts'
import { searchRoutes } from './modules/search/server/index.ts'
import {
  endReferrals,
  followWithdrawal,
  referralDaySources,
  referralRoutes,
  referralTexts,
  unansweredReferralsJob,
} from './modules/referrals/server/index.ts'
import {
  recommendDecided,
  solutionAgendaSources,
  solutionDaySources,
  solutionRoutes,
  solutionTexts,
} from './modules/solutions/server/index.ts'
import { structureAgendaSources, structureRoutes, structureTexts } from './modules/structure/server/index.ts'
import { staffRoutes, staffTexts, touchSession } from './modules/staff/server/index.ts'
import {
  moveDecidedTheme,
  themeInPaper,
  themeAgendaSources,
  themeRoutes,
  themeTexts,
} from './modules/themes/server/index.ts'
import { timelineRoutes } from './modules/timeline/server/index.ts'
import { tenancyRoutes, tenancyTexts } from './modules/tenancy/server/index.ts'
import { audit } from './platform/server/audit.ts'
import type { Config } from './platform/server/config.ts'
import { watchSpace } from './platform/server/files/index.ts'
import { createAuthDatabase, type AuthDatabase } from './platform/server/db/auth-database.ts'
import { atOnce, createPool, type Pool } from './platform/server/db/pool.ts'
import { refuseUnsafeDatabase } from './platform/server/db/refuse-unsafe-database.ts'
import type { DatabaseUrls } from './platform/server/db/urls.ts'
import { withActor, type Actor } from './platform/server/db/with-actor.ts'
import type { Job } from './platform/server/jobs/job.ts'
import { startJobs, type Workers } from './platform/server/jobs/start-jobs.ts'
import { createApp, type LogSink } from './platform/server/http/app.ts'
import { apiDocsRoutes } from './platform/server/http/api-docs.ts'
import { draftRoutes, healthRoutes } from './platform/server/http/platform-routes.ts'
import type { ServeContext } from './platform/server/http/serve.ts'
import { serveWebApp } from './platform/server/http/web-app.ts'

export interface ServerConfig extends Pick<
  Config,
  'mode' | 'host' | 'port' | 'publicUrl' | 'logLevel' | 'trustProxy' | 'filesDir'
> {
  readonly database: Pick<DatabaseUrls, 'app' | 'auth' | 'jobs'>
  readonly clamd?: Config['clamd']
  /** Tests set the clock and read the log. */
  readonly now?: () => Temporal.Instant
  readonly logTo?: LogSink
  /** Default true; see `AppOptions`. */
  readonly shedLoad?: boolean
}

/** What every module's routes may use. */
export interface ModuleDeps {
  readonly auth: AuthDatabase
  readonly mode: 'demo' | 'production'
  readonly filesDir: string
  readonly clamd: Config['clamd']
  readonly onCaseClosed: readonly OnCaseClosed[]
  readonly onHouseholdChanged: readonly OnHouseholdChanged[]
  readonly onConsentEnded: readonly OnConsentEnded[]
  readonly agendaSources: readonly AgendaSource[]
  readonly onDecided: readonly OnDecided[]
  readonly subjectPapers: readonly SubjectPaper[]
  /** Tells the workers, when there are any, that something may be waiting (`Workers`). */
  readonly nudge: (job: string) => void
}

/** What modules do when a case closes, in the same transaction. */
const onCaseClosed: readonly OnCaseClosed[] = [endReferrals, endSharing]

/** What modules do when a consent is withdrawn, in the same transaction. */
const onConsentEnded: readonly OnConsentEnded[] = [followWithdrawal]

/** What modules do when somebody joins or leaves a household, in the same transaction. */
const onHouseholdChanged: readonly OnHouseholdChanged[] = [syncTeamAccess]

/** What modules offer for the agenda of a meeting. */
const agendaSources: readonly AgendaSource[] = [
  ...structureAgendaSources,
  ...themeAgendaSources,
  ...solutionAgendaSources,
]

/** What modules do when a committee has decided, in the same transaction. */
const onDecided: readonly OnDecided[] = [moveDecidedTheme, recommendDecided]

/** What modules add to the paper of an agenda item that is about something of theirs. */
const subjectPapers: readonly SubjectPaper[] = [themeInPaper]

/** What stands in Mein Tag: each module's sources, one statement together. */
const daySources = [
  ...calendarDaySources,
  ...contactDaySources,
  ...consentDaySources,
  ...planDaySources,
  ...referralDaySources,
  ...solutionDaySources,
  ...committeeDaySources,
  ...barrierDaySources,
  ...programmeDaySources,
]

/** What keeps files beside the documents of cases: the sweep leaves them. */
const fileKeepers = [papersInUse, programmeFiles]

/** What the clock starts, beside the platform's own. */
const jobs: readonly Job[] = [
  recheckTeamAccessJob,
  retentionJob([deleteExpiredRequests]),
  unansweredReferralsJob,
]

/** The visible registry of modules on the server. */
const modules: readonly ((app: FastifyInstance, deps: ModuleDeps) => void)[] = [
  staffRoutes,
  tenancyRoutes,
  requestRoutes,
  caseRoutes,
  personRoutes,
  contactRoutes,
  calendarRoutes(daySources),
  timelineRoutes,
  searchRoutes,
  planRoutes,
  assessmentRoutes,
  consentRoutes,
  documentRoutes,
  referralRoutes,
  committeeRoutes,
  programmeRoutes,
  exportRoutes,
  solutionRoutes,
  themeRoutes,
  barrierRoutes,
  structureRoutes,
]
const texts = {
  ...staffTexts,
  ...tenancyTexts,
  ...requestTexts,
  ...caseTexts,
  ...personTexts,
  ...contactTexts,
  ...calendarTexts,
  ...planTexts,
  ...assessmentTexts,
  ...consentTexts,
  ...documentTexts,
  ...referralTexts,
  ...committeeTexts,
  ...programmeTexts,
  ...exportTexts,
  ...solutionTexts,
  ...themeTexts,
  ...barrierTexts,
  ...structureTexts,
}

const root = fileURLToPath(new URL('..', import.meta.url))
const version = (JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string }).version

/** The complete application, not listening yet. */
export async function buildServer(
  config: ServerConfig,
  nudge: ModuleDeps['nudge'] = () => {},
): Promise<{ app: FastifyInstance; pool: Pool; auth: AuthDatabase; close: () => Promise<void> }> {
  const pool = createPool(config.database.app, atOnce)
  const authPool = createPool(config.database.auth, 2)
  const auth = createAuthDatabase(authPool)
  const app = await createApp({
    context: contextOf(config, pool, auth),
    texts,
    logLevel: config.logLevel,
    logTo: config.logTo,
    trustProxy: config.trustProxy,
    https: config.publicUrl?.startsWith('https:') ?? false,
    version,
    shedLoad: config.shedLoad ?? true,
  })
  const { mode, filesDir, clamd } = config
  const agenda = { agendaSources, onDecided, subjectPapers }
  const hooks = { onCaseClosed, onHouseholdChanged, onConsentEnded, ...agenda }
  const deps: ModuleDeps = { auth, mode, filesDir, clamd, ...hooks, nudge }
  healthRoutes(app, pool)
  draftRoutes(app)
  for (const register of modules) register(app, deps)
  apiDocsRoutes(app)
  await serveWebApp(app, `${root}/dist/web`)
  const close = async () => {
    await app.close()
    await Promise.all([pool.end(), authPool.end()])
  }
  return { app, pool, auth, close }
}

/** Listens, starts the workers and answers the address. `close` waits for running requests and jobs. */
export async function startServer(
  config: ServerConfig,
): Promise<{ url: string; close: () => Promise<void> }> {
  await refuseUnsafeDatabase(config)
  let workers: Workers | undefined
  const { app, close } = await buildServer(config, (job) => workers?.nudge(job))
  // Of its own, so that long work in the background takes no connection from a request.
  const workersPool = createPool(config.database.app, 2)
  try {
    const url = await app.listen({ host: config.host, port: config.port })
    workers = await startJobs({
      url: config.database.jobs,
      jobs: [...jobs, sweepFilesJob(config.filesDir, fileKeepers), exportsJob(workersPool)],
      now: config.now ?? (() => Temporal.Now.instant()),
      onError: (job, error) => app.log.error({ job, code: (error as { code?: unknown }).code }, 'job failed'),
    })
    const space = watchSpace(config.filesDir, (percent) =>
      app.log.warn({ percent }, 'the disk of the files is almost full'),
    )
    const stop = async () => {
      space.stop()
      await workers?.stop()
      await Promise.all([close(), workersPool.end()])
    }
    return { url, close: stop }
  } catch (error) {
    await Promise.all([close(), workersPool.end()])
    throw error
  }
}

function contextOf(config: ServerConfig, pool: Pool, auth: AuthDatabase): ServeContext {
  const rights = new Map<string, ReadonlySet<string>>()
  const rightsFor = (roles: readonly string[]) => {
    const key = roles.join(' ')
    const known = rights.get(key) ?? rightsOf(roles)
    rights.set(key, known)
    return known
  }
  return {
    pool,
    now: config.now ?? (() => Temporal.Now.instant()),
    mayDo: (roles, right) => rightsFor(roles).has(right),
    onSeen: (actor: Actor) => {
      if (Date.now() - Date.parse(actor.lastSeenAt) < 60_000) return
      touchSession(auth, actor.sessionId).catch(() => {})
    },
    onRefused: (sessionHash, right, route) =>
      withActor(pool, sessionHash, (tx) =>
        audit(tx, { action: 'access.refused', objectKind: 'route', details: { right, route } }),
      ).catch(() => {}),
  }
}
