import {
  AGE_GROUPS,
  GENDERS,
  HOUSEHOLD_ROLES,
  LANGUAGES,
  LANGUAGE_LEVELS,
  LITERACY_LEVELS,
  NATIONALITIES,
  labelOf,
} from '../../../../platform/contract/code-lists/index.ts'
import { germanBirthDate, germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import type { CasePersonView } from '../../../cases/index.ts'
import type { PersonView } from '../../../people/index.ts'
import { readPerson } from '../../../people/server/index.ts'
import type { z } from 'zod'
import type { CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note } from './words.ts'

type Person = z.infer<typeof PersonView>

export const householdSection: CaseFileSection = async (tx, { file }) => {
  if (file.persons.length === 0) return [note('In dieser Akte ist keine Person namentlich erfasst.')]
  const blocks: SheetBlock[] = []
  for (const member of file.persons) {
    blocks.push(heading(titleOf(member), 2), ...memberFacts(member))
    if (member.personId !== null && member.name !== null)
      blocks.push(...personFacts(await readPerson(tx, member.personId, false)))
  }
  return blocks
}

const titleOf = ({ name, role }: CasePersonView): string => {
  const part = labelOf(HOUSEHOLD_ROLES, role)
  return name === null ? part : `${name.familyName}, ${name.givenName} (${part})`
}

const memberFacts = (member: CasePersonView): SheetBlock[] =>
  facts([
    ['Hauptperson des Falls', member.isMain ? 'ja' : null],
    [
      'Im Fall',
      `seit ${germanDate(member.validFrom)}${member.validTo ? ` bis ${germanDate(member.validTo)}` : ''}`,
    ],
    ['Altersgruppe', member.name === null ? labelOf(AGE_GROUPS, member.ageGroup) : null],
  ])

function personFacts(person: Person): SheetBlock[] {
  const address = [person.street, [person.postalCode, person.place].filter(Boolean).join(' ')]
  return [
    ...facts([
      ['Geburtsname', person.birthName],
      ['Name in eigener Schrift', person.originalScript],
      ['Geschlecht', person.gender === 'unknown' ? null : labelOf(GENDERS, person.gender)],
      ['Geburtsdatum', germanBirthDate(person.birthDate)],
      [
        'Staatsangehörigkeit',
        person.nationalities.map(({ code }) => labelOf(NATIONALITIES, code)).join(', '),
      ],
      ['Sprachen', person.languages.map(languageWords).join('; ')],
      ['Telefon', person.phone],
      ['E-Mail', person.email],
      ['Anschrift', address.filter(Boolean).join(', ')],
    ]),
    ...residence(person),
  ]
}

const languageWords = ({ code, level, script, preferred }: Person['languages'][number]): string =>
  [
    labelOf(LANGUAGES, code),
    level === 'unknown' ? '' : labelOf(LANGUAGE_LEVELS, level),
    script === 'unknown' ? '' : labelOf(LITERACY_LEVELS, script),
    preferred ? 'bevorzugt' : '',
  ]
    .filter(Boolean)
    .join(', ')

function residence({ residence: { rows } }: Person): SheetBlock[] {
  if (rows.length === 0) return []
  return [
    heading('Aufenthalt', 3),
    {
      kind: 'table',
      widths: [5, 2, 2, 3],
      header: ['Angabe', 'Von', 'Bis', 'Woher bekannt'],
      rows: rows.map((row) => [
        row.label,
        dateOr(row.validFrom),
        dateOr(row.validTo),
        row.source === 'seen' ? 'Unterlage gesehen' : 'Angabe der Person',
      ]),
    },
    note(
      'Angaben zum Aufenthalt geben Sie nicht an die Ausländerbehörde weiter, solange nicht geklärt ist, ob das erlaubt oder geboten ist (§§ 87, 88 AufenthG; § 203 StGB).',
    ),
  ]
}
