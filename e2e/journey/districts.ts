/** The three districts of the acceptance, with the demo accounts that the journeys use. */
export const districts = [
  {
    key: 'wesel',
    name: 'Kreis Wesel',
    caseManager: 'wes-cm1',
    colleague: 'wes-cm2',
    coordinator: 'wes-koordination',
    otherCoordinator: 'wes-koordination-2',
    immigrationOffice: 'wes-abh',
    socialOffice: 'wes-sozialamt',
    administrator: 'wes-admin',
    lead: 'wes-leitung',
  },
  {
    key: 'coesfeld',
    name: 'Kreis Coesfeld',
    // At a site in the region of the coordinator.
    caseManager: 'coe-cm2',
    colleague: 'coe-cm1',
    coordinator: 'coe-koordination',
    otherCoordinator: 'coe-koordination-sued',
    immigrationOffice: 'coe-abh',
    socialOffice: 'coe-sozialamt',
    administrator: 'coe-admin',
    lead: 'coe-leitung',
  },
  {
    key: 'warendorf',
    name: 'Kreis Warendorf',
    caseManager: 'waf-cm1',
    colleague: 'waf-cm2',
    coordinator: 'waf-koordination',
    otherCoordinator: 'waf-koordination-nord',
    immigrationOffice: 'waf-ebh',
    socialOffice: 'waf-sozialamt',
    administrator: 'waf-admin',
    lead: 'waf-leitung',
  },
] as const

export type District = (typeof districts)[number]
