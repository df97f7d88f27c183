import type { DatabaseUrls } from '../platform/server/db/urls.ts'
import { prepareDemo } from './prepare-demo.ts'
import { prepareDistricts } from './prepare-districts.ts'

/**
 * What `lotse start` does between migrating and serving, in this order. Each looks first whether it has
 * anything to do, and returns the lines shown below the address (the demo accounts).
 */
export type Preparation = (context: {
  readonly urls: Pick<DatabaseUrls, 'app' | 'auth' | 'jobs'> & Partial<DatabaseUrls>
  /** Demo data load by themselves only here. */
  readonly embedded: boolean
  readonly mode: 'demo' | 'production'
  readonly say: (line: string) => void
}) => Promise<readonly string[]>

export const preparations: readonly Preparation[] = [prepareDistricts, prepareDemo]
