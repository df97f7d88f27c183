import { randomInt } from 'node:crypto'

/** Without letters and digits that are mixed up when read out or typed from paper (i l o 0 1). */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password: four groups of five signs, 99 bits. Shown once, stored as a hash only, must be changed. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')
