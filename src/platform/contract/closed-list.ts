import { z } from 'zod'

/** A closed list of the program: codes with the German words people read. `id` names it in openapi.json. */
export const closedList = <const L extends Record<string, string>>(id: string, labels: L) => ({
  schema: z.enum(Object.keys(labels) as [keyof L & string, ...(keyof L & string)[]]).meta({ id }),
  labels: labels as Readonly<Record<keyof L & string, string>>,
})
