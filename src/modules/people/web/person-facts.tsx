import type { ReactElement } from 'react'
import { GENDERS, LANGUAGES, NATIONALITIES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import { germanBirthDate } from '../../../platform/contract/dates.ts'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import type { PersonView } from '../contract/person.ts'
import { personLabels as labels } from './person-form-values.ts'

/** A person to read, for those who may not change it. */
export function PersonFacts({ person }: { person: PersonView }): ReactElement {
  const gender = person.gender === 'unknown' ? 'unbekannt' : labelOf(GENDERS, person.gender)
  return (
    <DescriptionList
      items={[
        { term: labels['familyName']!, value: person.familyName },
        { term: labels['givenName']!, value: person.givenName },
        { term: labels['birthDate']!, value: germanBirthDate(person.birthDate) },
        { term: labels['gender']!, value: gender },
        {
          term: labels['nationalities']!,
          value: person.nationalities.map(({ code }) => labelOf(NATIONALITIES, code)).join(', '),
        },
        {
          term: labels['languages']!,
          value: person.languages.map(({ code }) => labelOf(LANGUAGES, code)).join(', '),
        },
        { term: labels['phone']!, value: person.phone },
        { term: labels['email']!, value: person.email },
        {
          term: 'Anschrift',
          value: [person.street, person.postalCode, person.place].filter(Boolean).join(', '),
        },
      ]}
    />
  )
}
