import type { FastifyInstance } from 'fastify'
import type { EndpointSpec } from '../../platform/contract/endpoint.ts'

/** A JSON schema as openapi.json carries it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

export type Schemas = Readonly<Record<string, JsonSchema>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: JsonSchema
}
interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> }>
  >
}

/** One line of the route table together with what openapi.json says of it. */
export interface Operation {
  /** `PATCH /api/cases/:id`: how tables of the proof name it. */
  readonly key: string
  readonly endpoint: EndpointSpec
  /** The path up to its last parameter: what the ids of the route name; undefined without parameters. */
  readonly stem: string | undefined
  readonly params: readonly Parameter[]
  readonly query: readonly Parameter[]
  readonly body: JsonSchema | undefined
  /** Status → schema of a JSON answer; null where the answer has no body or is a file. */
  readonly answers: ReadonlyMap<number, JsonSchema | null>
}

/** Every route of the running application, described by the document it publishes. */
export function operationsOf(app: FastifyInstance): { operations: readonly Operation[]; schemas: Schemas } {
  const document = app.swagger() as unknown as {
    paths: Record<string, Record<string, Described>>
    components: { schemas: Schemas }
  }
  const operations = app.endpoints.map((endpoint) => {
    const described =
      document.paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()]
    if (!described) throw new Error(`${endpoint.method} ${endpoint.path} is not described`)
    return operationOf(endpoint, described)
  })
  return { operations, schemas: document.components.schemas }
}

function operationOf(endpoint: EndpointSpec, described: Described): Operation {
  const parameters = described.parameters ?? []
  const answers = Object.entries(described.responses).map(([status, { content }]) => {
    const json = content?.['application/json']?.schema
    return [Number(status), json && json.type !== 'null' ? json : null] as const
  })
  return {
    key: `${endpoint.method} ${endpoint.path}`,
    endpoint,
    stem: /^.*:\w+/.exec(endpoint.path)?.[0],
    params: parameters.filter((one) => one.in === 'path'),
    query: parameters.filter((one) => one.in === 'query'),
    body: described.requestBody?.content['application/json']?.schema,
    answers: new Map(answers),
  }
}

/** Follows `$ref` into the components. */
export function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  let one = schema
  while (one.$ref !== undefined) {
    const name = one.$ref.split('/').at(-1)!
    const target = schemas[name]
    if (!target) throw new Error(`${one.$ref} leads nowhere`)
    one = target
  }
  return one
}
