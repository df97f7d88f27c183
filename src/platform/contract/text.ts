import { z } from 'zod'

/** No control characters except tab and line break: PostgreSQL refuses NUL, and nobody types the others. */
// oxlint-disable-next-line no-control-regex
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u

/** Free text as typed: NFC, trimmed, at most `max` characters. Empty is not a value: see `optionalText`. */
export const text = (max: number) =>
  z
    .string()
    .normalize()
    .trim()
    .min(1)
    .max(max)
    .regex(printable, 'Der Text enthält unsichtbare Steuerzeichen. Bitte tippen Sie ihn neu ein.')

/** Free text that may be missing: absent stays absent (keep), null and blank become null (clear). */
export const optionalText = (max: number) =>
  z
    .union([
      z
        .string()
        .regex(/^\s*$/)
        .transform(() => null),
      text(max),
    ])
    .nullable()
    .optional()
