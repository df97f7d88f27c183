import { expect, test } from 'vitest'
import { z } from 'zod'

import { fieldErrors, german } from './german.ts'

const messageOf = (schema: z.ZodType, input: unknown): string | undefined =>
  schema.safeParse(input, { error: german }).error?.issues[0]?.message

test.each([
  [z.string(), undefined, 'Bitte füllen Sie dieses Feld aus.'],
  [z.string().min(1), '', 'Bitte füllen Sie dieses Feld aus.'],
  [z.string().min(3), 'ab', 'Bitte geben Sie mindestens 3 Zeichen ein.'],
  [z.string().max(3), 'abcd', 'Bitte höchstens 3 Zeichen. Es sind 4.'],
  [z.number(), 'x', 'Bitte geben Sie eine Zahl ein.'],
  [z.number().min(1000), 1, 'Bitte geben Sie mindestens 1.000 ein.'],
  [z.number().lt(5), 5, 'Bitte geben Sie weniger als 5 ein.'],
  [z.enum(['a', 'b']), 'c', 'Bitte wählen Sie einen der vorgesehenen Werte.'],
  [z.enum(['a', 'b']), '', 'Bitte wählen Sie einen Wert.'],
  [z.array(z.string()).min(1), [], 'Bitte wählen Sie mindestens einen Eintrag.'],
  [z.array(z.string()).max(2), ['a', 'b', 'c'], 'Bitte höchstens 2 Einträge.'],
  [z.email(), 'x', 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.'],
  [z.iso.date(), '31.02.', 'Bitte geben Sie ein Datum ein, zum Beispiel 21.11.2026.'],
  [z.iso.date(), '', 'Bitte füllen Sie dieses Feld aus.'],
  [z.boolean(), 'x', 'Bitte wählen Sie Ja oder Nein.'],
  [z.strictObject({}), { extra: 1 }, 'Unbekanntes Feld: extra.'],
])('%#: says it in plain German', (schema, input, message) => {
  expect(messageOf(schema, input)).toBe(message)
})

test('a text written into the schema wins', () => {
  expect(messageOf(z.string().min(1, 'Bitte geben Sie einen Namen an.'), '')).toBe(
    'Bitte geben Sie einen Namen an.',
  )
})

test('all wrong fields at once, one entry per field, unknown keys by their own name', () => {
  const schema = z.strictObject({
    name: z.string().min(2).regex(/^A/),
    persons: z.array(z.object({ age: z.number() })),
  })
  const { error } = schema.safeParse({ name: 'b', persons: [{ age: 'x' }], extra: 1 }, { error: german })
  expect(fieldErrors(error!).map((one) => [one.path, one.code])).toEqual([
    ['name', 'too_small'],
    ['persons.0.age', 'invalid_type'],
    ['extra', 'unrecognized_keys'],
  ])
})
