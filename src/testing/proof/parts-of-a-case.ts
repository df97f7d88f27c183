import { rightsOf } from '../../modules/staff/index.ts'
import type { Operation } from './operations.ts'
import { reaches, reachesOfRoute } from './reaches.ts'

/** What is read below a case, by path. */
export interface PartOfACase {
  readonly name: string
  /** What oversight over the case is answered: 403 without the right, 404 where it does not reach. */
  readonly oversight: 200 | 403 | 404
}

/** Every route that reads something below a case, from the route table: a new one is among them by itself. */
export const partsOfACase = (operations: readonly Operation[]): readonly PartOfACase[] =>
  operations
    .filter(
      ({ endpoint, query }) =>
        endpoint.method === 'GET' &&
        /^\/api\/cases\/:id\/[\w/-]+$/.test(endpoint.path) &&
        !query.some(({ required }) => required) &&
        rightsOf(['caseManager']).has(endpoint.right),
    )
    .map(({ key, endpoint: { path, right } }) => ({
      name: path.replace('/api/cases/:id/', ''),
      oversight: ofOversight(key, right),
    }))

function ofOversight(key: string, right: string): PartOfACase['oversight'] {
  if (!rightsOf(['coordinator']).has(right)) return 403
  return (reachesOfRoute[key] ?? reaches[right])?.coordinator?.includes('own') ? 200 : 404
}

/** What somebody is answered who sees the case or does not; who works it reads everything. */
export function statusOfPart(part: PartOfACase, who: { oversight: boolean; sees: boolean }): number {
  if (who.oversight && (part.oversight === 403 || who.sees)) return part.oversight
  return who.sees ? 200 : 404
}
