import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'

const emptyToNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** A field that may stay empty: `''` in the form, null on the wire. */
export const optionalText = (max: number) => z.string().max(max).transform(emptyToNull)
export const optionalKey = z.string().transform(emptyToNull)
export const optionalDate = z.string().transform(emptyToNull).pipe(PlainDate.nullable())
