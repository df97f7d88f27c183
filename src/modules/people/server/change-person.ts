import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { audit } from '../../../platform/server/audit.ts'
import { Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import { whyBirthDateImpossible } from '../../../platform/contract/dates.ts'
import type { PersonChange, PersonView } from '../contract/person.ts'
import { coarsePicture } from '../rules.ts'
import { refuseUnknownMunicipality } from './refuse-unknown-municipality.ts'
import { readPerson } from './read-person.ts'
import { followInCases, personColumns, replaceLanguages, replaceNationalities } from './store.ts'

/** Changes a person; every case of the person that is visible follows with age group and origin. */
export async function changePerson(
  tx: Tx,
  input: { personId: string; version: number; change: PersonChange; today: string },
): Promise<PersonView> {
  const { personId, change, today } = input
  const locked = await tx
    .selectFrom('person')
    .select(['version', 'given_name', 'family_name', 'birth_name'])
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const before = await readPerson(tx, personId, true)
  if (locked === undefined) throw new Refusal('forbidden', 'personReadOnly')
  refuseStale(locked.version, input.version, () => before)
  refuseImpossibleBirth(change, today)
  await refuseUnknownMunicipality(tx, change)
  const names = {
    givenName: change.givenName ?? locked.given_name,
    familyName: change.familyName ?? locked.family_name,
    birthName: change.birthName === undefined ? locked.birth_name : change.birthName,
  }
  await tx
    .updateTable('person')
    .set({ ...personColumns(change, names), version: locked.version + 1 })
    .where('id', '=', personId)
    .execute()
  if (change.nationalities) await replaceNationalities(tx, personId, change.nationalities)
  if (change.languages) await replaceLanguages(tx, personId, change.languages)
  if (change.birthDate || change.nationalities) {
    const now = {
      birthDate: change.birthDate ?? before.birthDate,
      nationalities: change.nationalities ?? before.nationalities,
    }
    await followInCases(tx, personId, coarsePicture(now, today))
  }
  await audit(tx, {
    action: 'person.changed',
    objectKind: 'person',
    objectId: personId,
    personId,
    details: { fields: Object.keys(change) },
  })
  return readPerson(tx, personId, true)
}

/** Field error at the birth date when it lies in the future or is not plausible. */
export function refuseImpossibleBirth(
  change: Pick<PersonChange, 'birthDate'>,
  today: string,
  prefix = '',
): void {
  const why = change.birthDate && whyBirthDateImpossible(change.birthDate, today)
  if (!why) return
  const message =
    why === 'birthDate.future'
      ? 'Das Geburtsdatum liegt in der Zukunft.'
      : 'Das Geburtsdatum liegt mehr als 125 Jahre zurück.'
  throw new Refusal('invalid', 'invalidInput', {
    fields: [{ path: `${prefix}birthDate`, code: why, message }],
  })
}
