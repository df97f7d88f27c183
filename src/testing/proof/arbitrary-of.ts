import fc from 'fast-check'
import { newId } from '../../platform/contract/ids.ts'
import { resolved, type JsonSchema, type Schemas } from './operations.ts'
import { inDays, today } from './sample-of.ts'

/** What no person types, and some program does. */
const hostile = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  -1,
  0,
  1e308,
  '\u0000',
  '\uD800',
  '\u202Etxt.exe',
  "'; drop table person; --",
  '$1',
  '${7*7}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  'a'.repeat(20_000),
  [],
  {},
  [[[[[]]]]],
  { $ne: null },
  true,
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '+275760-09-13',
)

/** Texts that a schema allows; the word in them is a canary. */
const words = (canary: string) =>
  fc.constantFrom(
    canary,
    `${canary} ß`,
    `Frau ${canary}`,
    `${canary}\nzweite Zeile`,
    `Ö${canary}`,
    `${canary}🙂`,
  )

/**
 * Values for a schema of openapi.json: mostly valid, so that requests get past the door, sometimes hostile. Ids are
 * taken from `ids` half of the time; texts carry `canary`.
 */
export function arbitraryOf(
  schema: JsonSchema,
  schemas: Schemas,
  about: { readonly ids: readonly string[]; readonly canary: string; readonly hostility: number },
  depth = 0,
): fc.Arbitrary<unknown> {
  const one = resolved(schema, schemas)
  const inner = (next: JsonSchema) => arbitraryOf(next, schemas, about, depth + 1)
  const valid = validOf(one, inner, about, depth)
  const bad = Math.round(about.hostility * 100)
  return bad === 0 || depth === 0
    ? valid
    : fc.oneof({ weight: 100 - bad, arbitrary: valid }, { weight: bad, arbitrary: hostile })
}

function validOf(
  one: JsonSchema,
  inner: (next: JsonSchema) => fc.Arbitrary<unknown>,
  about: { readonly ids: readonly string[]; readonly canary: string },
  depth: number,
): fc.Arbitrary<unknown> {
  if (one.const !== undefined) return fc.constant(one.const)
  if (one.enum) return fc.constantFrom(...one.enum)
  const choices = one.anyOf ?? one.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  const type = typeof one.type === 'object' ? one.type[0] : one.type
  switch (type) {
    case 'object': {
      const properties = Object.entries(one.properties ?? {}).map(([name, property]) => [
        name,
        inner(property),
      ])
      const required = one.required ?? []
      return fc.record(Object.fromEntries(properties) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: required as string[],
      })
    }
    case 'array':
      return depth > 5
        ? fc.constant([])
        : fc.array(inner(one.items!), {
            minLength: one.minItems ?? 0,
            maxLength: Math.min(one.maxItems ?? 3, 3),
          })
    case 'string':
      return textOf(one, about)
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(one.minimum ?? -5, -1e6), max: Math.min(one.maximum ?? 3000, 1e6) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.constantFrom<unknown>(null, 'x', 1, { a: 1 })
  }
}

const days = [today, inDays(-1), inDays(1), inDays(-40), inDays(30), inDays(400), '1985-03-01', '2028-02-29']

function textOf(
  schema: JsonSchema,
  { ids, canary }: { readonly ids: readonly string[]; readonly canary: string },
): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.constant(newId()))
  if (schema.format === 'date') return fc.constantFrom(...days)
  if (schema.format === 'date-time') return fc.constantFrom(`${today}T09:00:00Z`, '2026-10-25T02:30:00+02:00')
  if (schema.format === 'email') return fc.constant(`${canary.toLowerCase()}@example.org`)
  const words_ = words(canary)
  if (!schema.pattern) return words_.map((word) => word.slice(0, schema.maxLength ?? 200))
  const pattern = new RegExp(schema.pattern, 'u')
  if (pattern.test(canary)) return words_
  if (pattern.test('family'))
    return fc.constantFrom('family', 'housing', 'onSite', 'goalsReached', 'de', 'unknown-key')
  if (pattern.test('120')) return fc.constantFrom('120', '475')
  if (pattern.test('+49 2541 123')) return fc.constantFrom('+49 2541 123')
  if (pattern.test('ar')) return fc.constantFrom('ar', 'de', 'xx')
  return fc.constantFrom('true', '09:30', '48653', '', '123456')
}
