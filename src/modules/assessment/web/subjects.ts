import type { AssessmentScreen } from '../contract/assessment.ts'

export interface Subject {
  readonly personId: string | null
  readonly label: string
}

/** Whom a row can be about: the whole family, and each person where there are several or one has rows of their own. */
export function subjectsAmong(
  subjects: AssessmentScreen['subjects'],
  ratings: readonly { readonly personId: string | null }[],
): Subject[] {
  const rated = new Set(ratings.map((rating) => rating.personId))
  const several = subjects.length > 1
  const persons = subjects
    .map(({ personId, name }, index) => ({ personId, label: name ?? `Person ${index + 1}` }))
    .filter(({ personId }) => several || rated.has(personId))
  return [{ personId: null, label: several ? 'Ganze Familie' : 'Fall' }, ...persons]
}

export const subjectsOf = ({
  subjects,
  current,
}: Pick<AssessmentScreen, 'subjects' | 'current'>): Subject[] =>
  subjectsAmong(subjects, current?.ratings ?? [])
