export { roleLabels, roles, Role, rolesSeeingNames } from './contract/roles.ts'
export { rightsOf, rightsOfRole, type Right } from './contract/rights.ts'
export { sessionEndpoints, SessionView, SignInState, OpenSession } from './contract/session.ts'
