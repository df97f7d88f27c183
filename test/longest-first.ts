import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, longest first. Vitest knows that of itself only from its last run in the same checkout,
 * which CI does not have: a long file that begins last leaves one worker alone with it.
 */
const longest = [
  'src/testing/server/matrix.test.ts',
  'src/testing/server/fuzz.test.ts',
  'test/faults/kills.test.ts',
  'src/testing/server/audit-of-routes.test.ts',
  'test/faults/migrations.test.ts',
  'test/faults/wal-full.test.ts',
  'src/testing/server/hidden-does-not-matter.test.ts',
  'src/testing/server/policies.test.ts',
  'src/testing/server/statements.test.ts',
  'test/faults/parallel-editors.test.ts',
  'src/testing/server/access-histories.test.ts',
  // Needs no demo data: runs while another worker plays them for all.
  'e2e/start.test.ts',
  'e2e/case-wesel.test.ts',
  'e2e/stored-xss.test.ts',
  'e2e/from-case-to-structure.test.ts',
  'e2e/committees.test.ts',
]

const place = ({ moduleId }: TestSpecification) => {
  const found = longest.findIndex((file) => moduleId.replaceAll('\\', '/').endsWith(`/${file}`))
  return found === -1 ? longest.length : found
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) =>
      one.project.name === other.project.name ? place(one) - place(other) : 0,
    )
  }
}
