import { readFileSync } from 'node:fs'

/** The text of a district file of the project, for tests. */
export const districtFile = (key: string): string =>
  readFileSync(new URL(`../../../../../districts/${key}.yaml`, import.meta.url), 'utf8')
