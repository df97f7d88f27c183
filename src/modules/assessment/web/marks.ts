import type { ValueName } from '../rules/rating.ts'

/** The same shapes in words and drawings: shape first, colour second. */
export const marks: Readonly<Record<ValueName, string>> = { need: '▲', resource: '●', clientView: '◇' }
