import { newId } from '../platform/contract/ids.ts'
import { searchKey } from '../platform/contract/names.ts'
import type { Tx } from '../platform/server/db/with-actor.ts'
import type { TestUser } from './house.ts'

export interface CaseOptions {
  /** Opens the case and is responsible for it; needs the role caseManager. */
  readonly responsible: TestUser
  /** Defaults to the employer `house.user` gives: the Kreis. */
  readonly organisation?: string
  readonly intensity?: 'briefAdvice' | 'accompaniment' | 'caseManagement'
  readonly phase?: string
  readonly secrecy203?: boolean
  /** Brief advice without a name has no person. */
  readonly nameless?: boolean
  readonly familyName?: string
  readonly givenName?: string
  readonly birthDate?: string
  readonly phone?: string
  /** Free text of the case; oversight must never see it. */
  readonly concern?: string
}

export interface TestCase {
  readonly id: string
  readonly fileNumber: string
  /** The main person; undefined with `nameless`. */
  readonly personId: string | undefined
}

/** A case as a case manager opens it: own transaction, own rights, file, assignment, main person, first text. */
export async function aCase({ responsible, ...options }: CaseOptions): Promise<TestCase> {
  const id = newId()
  const fileNumber = `TST-2026-${id.slice(-12)}`
  const personId = options.nameless ? undefined : newId()
  await responsible.tx(async (tx) => {
    await openFile(tx, { id, fileNumber, responsible, ...options })
    if (personId) await addMainPerson(tx, id, personId, options)
    await tx
      .insertInto('case_text')
      .values({ case_id: id, kind: 'concern', content: options.concern ?? 'Sucht eine Wohnung.' })
      .execute()
  })
  return { id, fileNumber, personId }
}

async function openFile(
  tx: Tx,
  file: CaseOptions & { readonly id: string; readonly fileNumber: string },
): Promise<void> {
  const organisation = file.organisation ?? file.responsible.tenant.kreis
  await tx
    .insertInto('case_file')
    .values({
      id: file.id,
      file_number: file.fileNumber,
      intensity: file.intensity ?? 'caseManagement',
      phase: file.phase ?? 'intake',
      phase_since: '2026-11-02',
      opened_on: '2026-11-02',
      responsible_user_id: file.responsible.id,
      responsible_organisation_id: organisation,
      secrecy_203: file.secrecy203 ?? false,
    })
    .execute()
  await tx
    .insertInto('case_assignment')
    .values({ id: newId(), case_id: file.id, user_id: file.responsible.id, organisation_id: organisation })
    .execute()
}

async function addMainPerson(
  tx: Tx,
  caseId: string,
  personId: string,
  person: Omit<CaseOptions, 'responsible'>,
): Promise<void> {
  const { familyName = 'Beispiel', givenName = 'Amina', birthDate, phone = null } = person
  const key = searchKey(familyName, givenName)
  await tx
    .insertInto('person')
    .values({
      id: personId,
      given_name: givenName,
      family_name: familyName,
      search_name: key.form,
      phonetic: key.phonetic,
      phone,
      ...(birthDate === undefined
        ? {}
        : {
            birth_precision: 'exact',
            birth_date: birthDate,
            birth_year: Number(birthDate.slice(0, 4)),
          }),
    })
    .execute()
  await tx
    .insertInto('case_person')
    .values({
      id: newId(),
      case_id: caseId,
      person_id: personId,
      role: 'client',
      is_main: true,
      valid_from: '2026-11-02',
    })
    .execute()
}
