import { z } from 'zod'

/** The roles of architecture §1. The second factor is due for every role that sees names. */
export const roles = [
  'caseManager',
  'coordinator',
  'townCoordinator',
  'kimLead',
  'lineManager',
  'administration',
  'immigrationOfficer',
  'partner',
  'committeeMember',
  'dataProtectionOfficer',
  'administrator',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const roleLabels: Readonly<Record<Role, string>> = {
  caseManager: 'Case Management',
  coordinator: 'Koordination mit Fachaufsicht',
  townCoordinator: 'Kommunale Koordination',
  kimLead: 'Leitung KIM',
  lineManager: 'Dienstvorgesetzte/r',
  administration: 'Verwaltung',
  immigrationOfficer: 'Ausländer- oder Einbürgerungsbehörde',
  partner: 'Partnerstelle',
  committeeMember: 'Gremienmitglied',
  dataProtectionOfficer: 'Datenschutzbeauftragte/r',
  administrator: 'Administration der Anwendung',
}

export const rolesSeeingNames: ReadonlySet<Role> = new Set([
  'caseManager',
  'coordinator',
  'immigrationOfficer',
  'partner',
  'dataProtectionOfficer',
  'administrator',
])
