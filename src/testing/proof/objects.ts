import { secrecyReleaseEndpoints } from '../../modules/consent/index.ts'
import { contactEndpoints } from '../../modules/contacts/index.ts'
import { taskEndpoints } from '../../modules/calendar/index.ts'
import { sessionEndpoints } from '../../modules/staff/index.ts'
import { createSession } from '../../modules/staff/server/index.ts'
import { newId } from '../../platform/contract/ids.ts'
import { aConsentDraft } from '../a-consent.ts'
import { aDocument } from '../a-document.ts'
import { aDraftAgreement, aGoal, aStep } from '../a-plan.ts'
import { aRequest } from '../a-request.ts'
import { anAssessment } from '../an-assessment.ts'
import { arrange } from '../arrange.ts'
import { configurationObjects } from './configuration-objects.ts'
import { barrierObjects } from './barrier-objects.ts'
import { inCase, made, organisationOf, siteOf, type ObjectKind } from './object-kind.ts'
import { committeeObjects } from './committee-objects.ts'
import { programmeObjects } from './programme-objects.ts'
import { partnerRequestObjects } from './partner-request-objects.ts'
import { referralObjects } from './referral-objects.ts'
import { solutionObjects } from './solution-objects.ts'
import { arrangedObjects } from './arranged-objects.ts'
import { today } from './sample-of.ts'
import { tenantObjects } from './tenant-objects.ts'
import { themeObjects } from './theme-objects.ts'

/** Objects of every kind a path can name, by the path up to the parameter. */
export const objects: Readonly<Record<string, ObjectKind>> = {
  '/api/drafts/:key': {
    personal: true,
    make: async (owner) => {
      const key = `draft-${newId()}`
      made(await owner.client.raw('PUT', `/api/drafts/${key}`, { body: { content: { note: 'Entwurf' } } }))
      return { key }
    },
  },
  '/api/sessions/:id': {
    personal: true,
    make: async (owner, { house }) => {
      await createSession(house.auth, { userId: owner.id, tenantId: owner.tenant.id }, 'open', 'another')
      const { rows } = made(await owner.client.call(sessionEndpoints.list))
      return { id: rows.find((one) => !one.current)!.id }
    },
  },
  '/api/saved-filters/:id': {
    table: 'saved_filter',
    personal: true,
    make: async (owner) => {
      const filter = { scope: 'mine', state: 'open', sort: 'name' }
      const body = { name: `Filter ${newId()}`, filter }
      return {
        id: (made(await owner.client.raw('POST', '/api/saved-filters', { body })) as { id: string }).id,
      }
    },
  },
  '/api/users/:id': {
    table: 'staff_user',
    make: async (owner, { house }) => ({
      id: (await house.user(owner.tenant, { organisation: organisationOf(owner) })).id,
    }),
  },
  '/api/role-assignments/:id': {
    make: async (owner, { house }) => {
      const user = await house.user(owner.tenant, {
        organisation: organisationOf(owner),
        roles: [{ role: 'partner' }],
      })
      const row = await house.system(owner.tenant, (tx) =>
        tx
          .selectFrom('role_assignment')
          .select('id')
          .where('user_id', '=', user.id)
          .executeTakeFirstOrThrow(),
      )
      return { id: row.id }
    },
  },
  ...arrangedObjects,
  ...themeObjects,
  '/api/deputies/:id': {
    table: 'deputy',
    make: async (owner, { house }) => {
      const deputy = await house.user(owner.tenant, {
        organisation: organisationOf(owner),
        roles: [{ role: 'caseManager' }],
      })
      return { id: await arrange.deputy(owner, deputy, { from: 24 * 30, to: 24 * 40 }) }
    },
  },
  '/api/absences/:id': {
    personal: true,
    make: async (owner, { house }) => {
      const id = newId()
      await house.system(owner.tenant, (tx) =>
        tx
          .insertInto('absence')
          .values({ id, user_id: owner.id, during: '[2027-01-04,2027-01-09)' })
          .execute(),
      )
      return { id }
    },
  },
  '/api/notifications/:id': {
    personal: true,
    make: async (owner, { house }) => {
      const id = newId()
      const row = {
        id,
        user_id: owner.id,
        kind: 'deputy.arranged',
        object_kind: 'deputy',
        object_id: newId(),
      }
      await house.system(owner.tenant, (tx) => tx.insertInto('notification').values(row).execute())
      return { id }
    },
  },
  '/api/requests/:id': {
    table: 'request',
    make: async (owner) => ({ id: await aRequest(owner, { siteId: siteOf(owner), take: true }) }),
  },
  '/api/cases/:id': { table: 'case_file', make: inCase(async (_owner, file) => ({ id: file.id })) },
  '/api/cases/:id/persons/:casePersonId': {
    table: 'case_person',
    make: inCase(async (owner, file) => {
      const body = { person: { givenName: 'Nora', familyName: 'Beispiel' }, role: 'child' as const }
      made(await owner.client.raw('POST', `/api/cases/${file.id}/persons`, { body }))
      const row = await owner.tx((tx) =>
        tx
          .selectFrom('case_person')
          .select('id')
          .where('case_id', '=', file.id)
          .where('is_main', '=', false)
          .executeTakeFirstOrThrow(),
      )
      return { id: file.id, casePersonId: row.id }
    }),
  },
  '/api/cases/:id/organisations/:caseOrganisationId': {
    make: inCase(async (owner, file, { house }) => {
      const id = newId()
      const row = {
        id,
        case_id: file.id,
        organisation_id: owner.tenant.welfare,
        role: 'counselling',
        valid_from: today,
      }
      await house.system(owner.tenant, (tx) => tx.insertInto('case_organisation').values(row).execute())
      return { id: file.id, caseOrganisationId: id }
    }),
  },
  '/api/cases/:id/bases/:basisId': {
    make: inCase(async (owner, file, { house }) => {
      const id = newId()
      const row = {
        id,
        case_id: file.id,
        kind: 'counselling',
        basis: 'task',
        informed_on: today,
        information_language: 'de',
      }
      await house.system(owner.tenant, (tx) => tx.insertInto('processing_basis').values(row).execute())
      return { id: file.id, basisId: id }
    }),
  },
  '/api/cases/:id/clear-access/:accessId': {
    make: inCase(async (owner, file, { house, people }) => {
      const id = newId()
      const row = {
        id,
        case_id: file.id,
        user_id: people.coordinator.id,
        kind: 'release',
        parts: 2,
        valid_during: arrange.hours(-1, 24),
        granted_by: owner.id,
      }
      await house.system(owner.tenant, (tx) => tx.insertInto('clear_access').values(row).execute())
      return { id: file.id, accessId: id }
    }),
  },
  '/api/persons/:id': { table: 'person', make: inCase(async (_owner, file) => ({ id: file.personId! })) },
  '/api/persons/:id/residences/:residenceId': {
    make: inCase(async (owner, file, { house }) => {
      const id = newId()
      const row = {
        id,
        person_id: file.personId!,
        code: 'unknown',
        source: 'stated',
        valid_from: '2026-01-01',
      }
      await house.system(owner.tenant, (tx) => tx.insertInto('person_residence').values(row).execute())
      return { id: file.personId!, residenceId: id }
    }),
  },
  '/api/contacts/:id': {
    table: 'contact',
    make: inCase(async (owner, file) => {
      const body = { onDate: today, kind: 'onSite', wait: { label: 'Jobcenter' } }
      return {
        id: made(await owner.client.call(contactEndpoints.create, { params: { id: file.id }, body })).id,
      }
    }),
  },
  '/api/tasks/:id': {
    table: 'task',
    personal: true,
    make: async (owner) => ({
      id: made(await owner.client.call(taskEndpoints.create, { body: { title: 'Anrufen' } })).id,
    }),
  },
  '/api/goals/:id': {
    table: 'goal',
    make: inCase(async (owner, file) => ({ id: (await aGoal(owner, file.id)).id })),
  },
  '/api/goal-steps/:id': {
    table: 'goal_step',
    make: inCase(async (owner, file) => ({ id: (await aStep(owner, (await aGoal(owner, file.id)).id)).id })),
  },
  '/api/agreements/:id': {
    table: 'agreement',
    make: inCase(async (owner, file) => {
      await aGoal(owner, file.id)
      return { id: (await aDraftAgreement(owner, file.id)).id }
    }),
  },
  '/api/assessments/:id': {
    table: 'assessment',
    make: inCase(async (by, of) => ({
      id: (await anAssessment({ of, by, organisation: organisationOf(by) })).id,
    })),
  },
  '/api/assessments/:id/ratings/:lifeDomain': {
    table: 'assessment_rating',
    make: inCase(async (by, of) => {
      const { id, ratingId } = await anAssessment({ of, by, organisation: organisationOf(by) })
      return { rating: ratingId, id, lifeDomain: 'housing' }
    }),
  },
  '/api/consents/:id': {
    table: 'consent',
    make: inCase(async (owner, file) => ({ id: (await aConsentDraft(owner, file)).id })),
  },
  '/api/secrecy-releases/:id': {
    table: 'secrecy_release',
    make: inCase(async (owner, file) => ({
      id: (await aConsentDraft(owner, file, {}, secrecyReleaseEndpoints)).id,
    })),
  },
  ...committeeObjects,
  ...partnerRequestObjects,
  ...referralObjects,
  ...solutionObjects,
  ...barrierObjects,
  ...programmeObjects,
  ...tenantObjects,
  ...configurationObjects,
  '/api/documents/:id': {
    table: 'document',
    make: inCase(async (owner, file) => ({ id: (await aDocument(owner, file.id)).id })),
  },
}
