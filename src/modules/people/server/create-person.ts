import { newId } from '../../../platform/contract/ids.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { PersonInput } from '../contract/person.ts'
import { refuseUnknownMunicipality } from './refuse-unknown-municipality.ts'
import { insertPerson, replaceLanguages, replaceNationalities } from './store.ts'

/**
 * Creates a person in two steps, because nobody sees a person before it stands in a case: `createPerson` inserts the
 * row, `putIntoCase` makes the link that opens access, then nationalities and languages follow. Answers the id.
 * `prefix` is where the person stands in the body, for errors at its fields.
 */
export async function createPerson(
  tx: Tx,
  person: PersonInput,
  putIntoCase: (personId: string) => Promise<unknown>,
  prefix = '',
): Promise<string> {
  await refuseUnknownMunicipality(tx, person, prefix)
  const id = newId()
  await insertPerson(tx, id, person)
  await putIntoCase(id)
  if (person.nationalities.length > 0) await replaceNationalities(tx, id, person.nationalities)
  if (person.languages.length > 0) await replaceLanguages(tx, id, person.languages)
  return id
}
