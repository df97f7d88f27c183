import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifySerializerCompiler } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  ResponseSerializationError,
  validatorCompiler,
  isResponseSerializationError,
} from 'fastify-type-provider-zod'
import { $ZodType, safeParse } from 'zod/v4/core'
import { speakGerman } from '../../contract/german.ts'
import { ProvenSessions } from './proven-sessions.ts'
import { problemOf } from './problem-of.ts'
import { Refusal } from './refusal.ts'
import { mendHalfLetters } from './half-letters.ts'
import { requestLimit } from './request-limit.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServeContext } from './serve.ts'
import { platformTexts } from './texts.ts'
import { limitUploads, uploadLimit } from './uploads.ts'

export interface AppOptions {
  readonly context: ServeContext
  /** German sentences by refusal code, from all modules. */
  readonly texts: Readonly<Record<string, string>>
  readonly logLevel: string
  /** Where the log goes; standard output when left out. */
  readonly logTo?: LogSink | undefined
  readonly trustProxy: boolean | string[]
  /** True when browsers reach the server by https: only then HSTS is sent. */
  readonly https: boolean
  readonly version: string
  /** Answer 503 instead of falling behind when the machine is overloaded. Off where nobody else waits: tests, demo data. */
  readonly shedLoad: boolean
}

/** Takes each line of the log. */
export interface LogSink {
  write(line: string): void
}

/**
 * The HTTP server without its routes: error form, security headers, limits, OpenAPI. Register the modules' routes
 * on it, then `listen`. A route without a declared right does not start.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  speakGerman()
  const app = Fastify({
    logger:
      options.logLevel === 'silent'
        ? false
        : {
            level: options.logLevel,
            serializers: logSerializers,
            ...(options.logTo ? { stream: options.logTo } : {}),
          },
    trustProxy: options.trustProxy,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    ajv: { customOptions: { allErrors: true } },
    genReqId: () => crypto.randomUUID(),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializer)
  readJson(app)
  const proven = new ProvenSessions()
  app.decorate('lotse', {
    ...options.context,
    onSeen: (actor, hash) => {
      proven.add(hash)
      options.context.onSeen(actor, hash)
    },
  } satisfies ServeContext)
  app.decorate('endpoints', [])
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.config?.right === undefined) {
      throw new Error(`${String(route.method)} ${route.url} declares no right`)
    }
  })
  const texts = { ...platformTexts, ...options.texts }
  setErrorForm(app, texts)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 5, parts: 6 } })
  await app.register(rateLimit, requestLimit(proven))
  if (options.shedLoad) {
    await app.register(underPressure, { maxEventLoopDelay: 1500, maxHeapUsedBytes: 400e6, retryAfter: 5 })
  }
  await app.register(swagger, description(options.version))
  app.addHook('onRequest', securityHeaders(options.https))
  app.addHook('onRequest', limitUploads())
  app.addHook('onRequest', async (request) => refuseForeignWrites(request.method, request.headers))
  return app
}

/**
 * Views are allow-lists. Parsed, not encoded as the package does it: no view has a codec, and zod compiles parsing only
 * (a page of 50 cases: 140 µs instead of 370 µs).
 */
const serializer: FastifySerializerCompiler<$ZodType | { properties: $ZodType }> =
  ({ schema, method, url }) =>
  (view) => {
    const { error, data } = safeParse(schema instanceof $ZodType ? schema : schema.properties, view)
    if (error) throw new ResponseSerializationError(method, url, { cause: error })
    return JSON.stringify(data)
  }

/** Fastify's own reader, which refuses `__proto__`; half a letter is mended before any field sees it (BC-26). */
function readJson(app: FastifyInstance): void {
  const read = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    read(request, mendHalfLetters(body as string), done),
  )
}

/** openapi.json: what stands above the routes. */
const description = (version: string) => ({
  openapi: {
    openapi: '3.1.0' as const,
    info: {
      title: 'Lotse',
      version,
      description: 'Fachverfahren für das Kommunale Integrationsmanagement',
    },
    components: {
      securitySchemes: { session: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-lotse' } },
    },
  },
  transform: jsonSchemaTransform,
  transformObject: jsonSchemaTransformObject,
})

/** Paths and ids only: no query strings, no bodies, no cookies (BC-34). */
const logSerializers = {
  req: (request: { method: string; url: string; id: unknown }) => ({
    method: request.method,
    path: request.url.split('?')[0],
    id: request.id,
  }),
}

function setErrorForm(app: FastifyInstance, texts: Readonly<Record<string, string>>): void {
  app.setErrorHandler((error, request, reply) => {
    const { problem, retryAfter, unexpected } = problemOf(error, texts)
    if (unexpected) request.log.error({ problem: problem.id, err: withoutValues(error) }, 'unexpected error')
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
    void reply
      .code(problem.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem))
  })
  app.setNotFoundHandler((_request, reply) => {
    const { problem } = problemOf(new Refusal('notFound', 'notFound'), texts)
    void reply.code(404).header('content-type', 'application/problem+json').send(JSON.stringify(problem))
  })
}

/** A database error repeats the values that hurt; only its code and place may reach the log. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { message: typeof error }
  if (isResponseSerializationError(error)) {
    const issues = error.cause.issues.map(({ path, code }) => ({ path: path.join('.'), code }))
    return { type: error.name, message: 'the answer does not fit its schema', code: error.code, issues }
  }
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string }
  const message = code === undefined ? error.message : `database error ${code}`
  return {
    type: error.name,
    message,
    code,
    constraint,
    table,
    stack: code === undefined ? error.stack : undefined,
  }
}

/** BC-27: a write must come from our own pages, and as JSON (or a form upload). */
function refuseForeignWrites(method: string, headers: Record<string, string | string[] | undefined>): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refusal('forbidden', 'crossOrigin')
  const origin = headers['origin']
  if (typeof origin === 'string' && origin !== 'null' && URL.parse(origin)?.host !== headers['host']) {
    throw new Refusal('forbidden', 'crossOrigin')
  }
  if (origin === 'null') throw new Refusal('forbidden', 'crossOrigin')
  const type = headers['content-type']
  if (typeof type === 'string' && !/^(application\/json|multipart\/form-data)/.test(type)) {
    throw new Refusal('unsupported', 'notJson')
  }
}
