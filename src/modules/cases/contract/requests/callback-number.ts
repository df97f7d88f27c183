import { z } from 'zod'

/** Empty is none. */
export const CallbackNumber = z
  .union([
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => null),
    z
      .string()
      .trim()
      .regex(
        /^[+0-9][0-9 ()/.-]{2,49}$/,
        'Bitte geben Sie eine Telefonnummer ein, zum Beispiel 02802 123456.',
      ),
  ])
  .nullable()
  .optional()
