import type { Role } from '../../modules/staff/index.ts'

/** Whose object a request names, seen from the person who asks. */
export const relations = ['own', 'colleague', 'otherEmployer', 'otherTenant', 'missing'] as const
export type Relation = (typeof relations)[number]
type Reach = Readonly<Partial<Record<Role, readonly Relation[]>>>

/** The own cases; the coordinator reads those of the case manager under oversight as far as parts are structured. */
const work: Reach = { caseManager: ['own'] }
const overseen: Reach = { caseManager: ['own'], coordinator: ['own'] }
const office: readonly Relation[] = ['own', 'colleague', 'otherEmployer']
const own: readonly Relation[] = ['own']
const solutionReaders: Reach = {
  caseManager: office,
  coordinator: office,
  townCoordinator: office,
  kimLead: office,
  administration: office,
}
const steering: Reach = { coordinator: office, kimLead: office }
const structure: Reach = { ...steering, townCoordinator: office, caseManager: office }
/** What everybody has for themselves. */
const personal: Reach = {
  caseManager: own,
  coordinator: own,
  townCoordinator: own,
  kimLead: own,
  lineManager: own,
  administration: own,
  immigrationOfficer: own,
  partner: own,
  committeeMember: own,
  dataProtectionOfficer: own,
  administrator: own,
}

const everywhere: Reach = Object.fromEntries(Object.keys(personal).map((role) => [role, relations]))

/** What everybody of the Kreis keeps together, whoever made it. */
const keepers: Reach = { coordinator: office, kimLead: office, administration: office }
/** Members are in the committee of `own`; the case manager works in it. */
const seated: Reach = {
  ...keepers,
  caseManager: office,
  townCoordinator: office,
  immigrationOfficer: own,
  partner: own,
  committeeMember: own,
}

/**
 * The whole access table of the routes with an id: which objects the holder of a right reaches, by role. Everything
 * else is 404, with the answer that a missing object gets. A right without a line here fails the build.
 */
export const reaches: Readonly<Record<string, Reach>> = {
  self: personal,
  'notification.own': personal,
  'task.read': personal,
  'task.write': personal,
  'availability.own': work,
  'deputy.arrange': overseen,
  'deputy.end': { ...overseen, kimLead: office, administrator: office },
  'staff.administer': { administrator: office },
  'administration.read': { administrator: office, kimLead: office, dataProtectionOfficer: office },
  'export.own': overseen,
  'oversight.arrange': { administrator: office, kimLead: office },
  'tenancy.edit': { administrator: office },
  'request.read': overseen,
  'request.write': overseen,
  'request.assign': overseen,
  'request.take': work,
  'case.read': overseen,
  'case.handOver': overseen,
  'case.clearAccess': overseen,
  'case.write': work,
  'case.release': work,
  // Names are not structured data.
  'person.read': work,
  'person.write': work,
  'consent.read': overseen,
  'consent.write': work,
  'consentWording.read': { caseManager: office, dataProtectionOfficer: office, administrator: office },
  'consentWording.write': { administrator: office },
  'assessment.read': overseen,
  'assessment.write': work,
  'plan.read': overseen,
  'plan.write': work,
  'agreement.read': overseen,
  'agreement.write': work,
  'contact.read': overseen,
  'contact.write': work,
  'timeline.read': overseen,
  'document.read': overseen,
  'document.write': work,
  'referral.read': overseen,
  'referral.write': work,
  'disclosure.read': overseen,
  'disclosure.write': work,
  // Asked by name: nobody of the matrix is; disclosure-routes.test.ts has them.
  'disclosure.second': {},
  // Solutions belong to the tenant: the KIM team without Baustein 3 reads them.
  'paper.read': solutionReaders,
  'paper.comment': solutionReaders,
  'paper.write': { coordinator: office, kimLead: office },
  // Figures of barriers: not for the administration, which reads no barriers.
  'effect.read': { caseManager: office, coordinator: office, townCoordinator: office, kimLead: office },
  'effect.write': { coordinator: office, kimLead: office },
  'agreementRegister.read': solutionReaders,
  'agreementRegister.write': { coordinator: office, kimLead: office, administration: office },
  'measure.read': solutionReaders,
  'measure.recommend': solutionReaders,
  'measure.write': { coordinator: office, kimLead: office, administration: office },
  'problem.read': overseen,
  'problem.write': work,
  // Only where the coordinator was called in.
  'problem.answer': { coordinator: own },
  'problem.prepare': { ...work, coordinator: own },
  // Own impulses.
  'impulse.write': personal,
  // No case, no person: everybody of the tenant who works on structure.
  'barrier.read': { caseManager: office, coordinator: office, townCoordinator: office, kimLead: office },
  'barrier.write': { coordinator: office, kimLead: office },
  // The district's own registers: the same for everybody who reads or writes them.
  'programme.read': {
    caseManager: office,
    coordinator: office,
    townCoordinator: office,
    kimLead: office,
    administration: office,
  },
  'programme.write': { coordinator: office, kimLead: office, administration: office },
  // What was sent to the own unit; whoever sent it.
  'referral.answer': { partner: own },
  // What the own unit asked.
  'partnerRequest.write': { partner: own },
  // What the structure says belongs to the Kreis; no case hangs on it.
  'theme.read': structure,
  'theme.write': steering,
  'reconstruction.read': structure,
  'reconstruction.write': steering,
  'reconstruction.offer': work,
  'committee.read': { ...keepers, caseManager: office, townCoordinator: office },
  'committee.write': keepers,
  'meeting.read': { ...keepers, caseManager: office },
  'meeting.write': keepers,
  'minutes.write': { ...keepers, caseManager: own },
  'meetingCase.write': work,
  'decision.read': { ...keepers, caseManager: own },
  // Who asked for it is the case manager.
  'format.propose': { ...keepers, caseManager: own },
  'member.read': seated,
}

/** Where a route reaches less, or more, than its right, and why. */
export const reachesOfRoute: Readonly<Record<string, Reach>> = {
  // Every key is one's own shelf: whoever asks or writes finds nothing and harms nothing there (platform-routes.test.ts).
  'GET /api/drafts/:key': everywhere,
  'PUT /api/drafts/:key': everywhere,
  'DELETE /api/drafts/:key': everywhere,
  // Changed by the absent person or by whoever arranged it; ended by lead and administrator as well.
  'PATCH /api/deputies/:id': work,
  'POST /api/deputies/:id/end': { ...work, kimLead: office, administrator: office },
  // Plan texts (part 16) and documents (part 32) are open to oversight by release or reason only.
  'GET /api/agreements/:id/pdf': work,
  'GET /api/documents/:id/file': work,
  // Words and names (parts 2 and 4) as well.
  'GET /api/consents/:id/pdf': work,
  'GET /api/consents/:id/receipt': work,
  'GET /api/secrecy-releases/:id/pdf': work,
  'GET /api/secrecy-releases/:id/receipt': work,
  // Papers, items of agendas and who is responsible: the group and the office, not everybody who knows of the meeting.
  'GET /api/committee-papers/:id/file': {
    ...keepers,
    caseManager: own,
    immigrationOfficer: own,
    partner: own,
    committeeMember: own,
  },
  'GET /api/agenda-items/:id/pdf': { ...keepers, caseManager: own },
  'POST /api/action-items/:id/settlement': { ...keepers, caseManager: own },
}

/** Where who sees an object may still not do this with it: 403, because its existence is no secret to them. */
export const seenOnly: Readonly<Record<string, readonly Role[]>> = {
  'PATCH /api/requests/:id': ['coordinator'],
}

/** Where nothing is answered by an empty thing instead of 404; it must be the same for hidden and missing. */
export const emptyInstead: Readonly<Record<string, number>> = { 'GET /api/drafts/:key': 200 }
