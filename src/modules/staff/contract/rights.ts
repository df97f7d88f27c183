import type { Role } from './roles.ts'

/**
 * What each role may ask the server for. Which rows come back is decided by row level security; a right only opens
 * the door. `self` and `public` need no entry. A test compares this table with the rights the routes declare.
 */
export const rightsOfRole = {
  caseManager: [
    'tenancy.read',
    'availability.own',
    'deputy.arrange',
    'deputy.read',
    'notification.own',
    'request.read',
    'request.write',
    'request.take',
    'case.read',
    'case.write',
    'case.open',
    'case.release',
    'case.handOver',
    'person.read',
    'person.write',
    'consent.read',
    'consent.write',
    'assessment.read',
    'assessment.write',
    'plan.read',
    'plan.write',
    'agreement.read',
    'agreement.write',
    'contact.read',
    'contact.write',
    'task.read',
    'task.write',
    'timeline.read',
    'document.read',
    'document.write',
    'day.read',
  ],
  coordinator: [
    'tenancy.read',
    'deputy.arrange',
    'deputy.read',
    'notification.own',
    'request.read',
    'request.write',
    'request.assign',
    'case.read',
    'case.clearAccess',
    'case.handOver',
    'person.read',
    'consent.read',
    'assessment.read',
    'plan.read',
    'agreement.read',
    'contact.read',
    'timeline.read',
    'document.read',
    'task.read',
    'task.write',
    'day.read',
  ],
  townCoordinator: ['tenancy.read', 'notification.own', 'task.read', 'task.write', 'day.read'],
  kimLead: [
    'tenancy.read',
    'oversight.arrange',
    'administration.read',
    'notification.own',
    'task.read',
    'task.write',
    'day.read',
  ],
  lineManager: ['tenancy.read', 'notification.own'],
  administration: ['tenancy.read', 'notification.own', 'task.read', 'task.write', 'day.read'],
  immigrationOfficer: ['notification.own'],
  partner: ['notification.own'],
  committeeMember: ['notification.own'],
  dataProtectionOfficer: [
    'tenancy.read',
    'notification.own',
    'protection.record',
    'protection.read',
    'administration.read',
    'deputy.read',
  ],
  administrator: [
    'tenancy.read',
    'tenancy.edit',
    'staff.administer',
    'oversight.arrange',
    'administration.read',
    'deputy.read',
    'notification.own',
    'protection.read',
  ],
} as const satisfies Record<Role, readonly string[]>

export type Right = (typeof rightsOfRole)[Role][number]

/** All rights of the roles held together. Unknown roles give nothing. */
export function rightsOf(held: readonly string[]): ReadonlySet<string> {
  return new Set(held.flatMap((role) => (rightsOfRole as Record<string, readonly string[]>)[role] ?? []))
}
