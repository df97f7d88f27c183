import fc from 'fast-check'
import { newId } from '../../platform/contract/ids.ts'
import { resolved, type JsonSchema, type Schemas } from './operations.ts'

const day = Temporal.Now.plainDateISO('Europe/Berlin')
/** Today in Berlin: the proof runs on the real clock, because a session just confirmed must count as such. */
export const today = day.toString()
export const inDays = (days: number): string => day.add({ days }).toString()

/**
 * The smallest value a schema allows: required fields only, the first choice, today, an id that names nothing. What
 * a rule asks for beyond the schema is given with `overrides` of the caller.
 */
export function sampleOf(schema: JsonSchema, schemas: Schemas): unknown {
  const one = resolved(schema, schemas)
  if (one.const !== undefined) return one.const
  if (one.enum) return one.enum[0]
  const choices = one.anyOf ?? one.oneOf
  if (choices)
    return sampleOf(choices.find((choice) => useful(resolved(choice, schemas))) ?? choices[0]!, schemas)
  const type = typeof one.type === 'object' ? one.type[0] : one.type
  if (type === 'object') {
    const required = Object.entries(one.properties ?? {}).filter(([name]) => one.required?.includes(name))
    return Object.fromEntries(required.map(([name, property]) => [name, sampleOf(property, schemas)]))
  }
  if (type === 'array') return Array.from({ length: one.minItems ?? 0 }, () => sampleOf(one.items!, schemas))
  if (type === 'string') return textOf(one)
  if (type === 'integer' || type === 'number') return Math.max(one.minimum ?? 1, 1)
  return type === 'boolean' ? true : null
}

const useful = (one: JsonSchema) => one.type !== 'null' && one.pattern !== String.raw`^\s*$`

function textOf(schema: JsonSchema): string {
  if (schema.format === 'uuid') return newId()
  if (schema.format === 'date') return today
  if (schema.format === 'date-time') return `${today}T09:00:00Z`
  if (schema.format === 'email') return 'kim.muster@example.org'
  const word = 'Beispieltext'.slice(0, schema.maxLength ?? 100)
  if (!schema.pattern || new RegExp(schema.pattern, 'u').test(word)) return word
  return fc.sample(fc.stringMatching(new RegExp(schema.pattern)), { seed: 1, numRuns: 1 })[0]!
}
