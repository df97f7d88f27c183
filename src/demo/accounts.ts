import type { Role } from '../modules/staff/index.ts'

/** One fictional member of staff. `unit` is the key of a unit in the district file; scopes name keys too. */
export interface DemoAccount {
  readonly login: string
  readonly givenName: string
  readonly familyName: string
  readonly unit?: string
  /** For who sits in no named unit of the concept. */
  readonly organisation?: string
  readonly role: Role
  readonly scope?: { readonly kind: 'region' | 'organisation'; readonly key: string }
  /** Logins of the case managers under this coordinator's professional oversight. */
  readonly oversees?: readonly string[]
  readonly languages?: readonly string[]
  /** A welfare organisation rests on the contract of counselling, not on a public task. */
  readonly privateEmployer?: true
  readonly availability?: 'free' | 'tight' | 'stopped'
}

const organisation = (key: string) => ({ kind: 'organisation', key }) as const
const region = (key: string) => ({ kind: 'region', key }) as const

/** The password of every demo account; printed at start. Demo accounts exist only outside production. */
export const demoPassword = 'Lotse-Demo-Kennwort'

/** Every role in every district. All persons are fictional. */
export const demoAccounts: Readonly<Record<string, readonly DemoAccount[]>> = {
  coesfeld: [
    {
      login: 'coe-cm1',
      givenName: 'Jana',
      familyName: 'Terhorst',
      unit: 'kim-coesfeld-kreis',
      role: 'caseManager',
      scope: organisation('kreis-coesfeld'),
      languages: ['de', 'en', 'ar'],
      availability: 'free',
    },
    {
      login: 'coe-cm2',
      givenName: 'Milan',
      familyName: 'Petrović',
      unit: 'kim-duelmen',
      role: 'caseManager',
      scope: organisation('stadt-duelmen'),
      languages: ['de', 'sr', 'en'],
      availability: 'tight',
    },
    {
      login: 'coe-cm3',
      givenName: 'Swantje',
      familyName: 'Hölscher',
      unit: 'kim-ascheberg',
      role: 'caseManager',
      scope: organisation('gemeinde-ascheberg'),
      languages: ['de', 'fr'],
      availability: 'free',
    },
    {
      login: 'coe-koordination',
      givenName: 'Renate',
      familyName: 'Uhlenbrock',
      unit: 'kim-coesfeld-kreis',
      role: 'coordinator',
      scope: region('mitte'),
      oversees: ['coe-cm1', 'coe-cm2'],
    },
    {
      login: 'coe-koordination-sued',
      givenName: 'Till',
      familyName: 'Oberndörfer',
      unit: 'kim-coesfeld-kreis',
      role: 'coordinator',
      scope: region('sued'),
      oversees: ['coe-cm3'],
    },
    { login: 'coe-leitung', givenName: 'Dorothee', familyName: 'Wiesmann', unit: 'fd-43-1', role: 'kimLead' },
    {
      login: 'coe-verwaltung',
      givenName: 'Ayşe',
      familyName: 'Korkmaz',
      unit: 'verwaltungsteam',
      role: 'administration',
    },
    {
      login: 'coe-stadt',
      givenName: 'Heiner',
      familyName: 'Lammers',
      unit: 'kim-coesfeld',
      role: 'townCoordinator',
    },
    {
      login: 'coe-dienst',
      givenName: 'Gudrun',
      familyName: 'Averbeck',
      unit: 'kim-duelmen',
      role: 'lineManager',
      scope: organisation('stadt-duelmen'),
    },
    {
      login: 'coe-abh',
      givenName: 'Björn',
      familyName: 'Steinkamp',
      unit: 'abt-32',
      role: 'immigrationOfficer',
    },
    {
      login: 'coe-jobcenter',
      givenName: 'Ilka',
      familyName: 'Brüning',
      unit: 'jobcenter-coesfeld',
      role: 'partner',
    },
    {
      login: 'coe-sozialamt',
      givenName: 'Norbert',
      familyName: 'Feldhaus',
      unit: 'sozialamt-duelmen',
      role: 'partner',
    },
    {
      login: 'coe-gremium',
      givenName: 'Mechthild',
      familyName: 'Sanders',
      organisation: 'caritas',
      role: 'committeeMember',
    },
    {
      login: 'coe-dsb',
      givenName: 'Lutz',
      familyName: 'Kemper',
      organisation: 'kreis-coesfeld',
      role: 'dataProtectionOfficer',
    },
    {
      login: 'coe-admin',
      givenName: 'Svenja',
      familyName: 'Pohl',
      organisation: 'kreis-coesfeld',
      role: 'administrator',
    },
  ],
  warendorf: [
    {
      login: 'waf-cm1',
      givenName: 'Carolin',
      familyName: 'Westhues',
      unit: 'kim-warendorf',
      role: 'caseManager',
      scope: region('suedkreis'),
      languages: ['de', 'en'],
      availability: 'free',
    },
    {
      login: 'waf-cm2',
      givenName: 'Ferhat',
      familyName: 'Yıldız',
      unit: 'kim-warendorf',
      role: 'caseManager',
      scope: region('ahlen'),
      languages: ['de', 'tr', 'kmr'],
      availability: 'stopped',
    },
    {
      login: 'waf-cm3',
      givenName: 'Oksana',
      familyName: 'Bondarenko',
      unit: 'kim-wohlfahrtsverband',
      privateEmployer: true,
      role: 'caseManager',
      scope: region('nordkreis'),
      languages: ['de', 'uk', 'ru'],
      availability: 'tight',
    },
    {
      login: 'waf-koordination',
      givenName: 'Bernd',
      familyName: 'Schulze Zumloh',
      unit: 'kim-warendorf',
      role: 'coordinator',
      scope: region('suedkreis'),
      oversees: ['waf-cm1'],
    },
    {
      login: 'waf-koordination-nord',
      givenName: 'Ines',
      familyName: 'Thiemann',
      unit: 'kim-warendorf',
      role: 'coordinator',
      scope: region('nordkreis'),
      oversees: ['waf-cm2', 'waf-cm3'],
    },
    {
      login: 'waf-leitung',
      givenName: 'Ruth',
      familyName: 'Engbers',
      unit: 'kim-warendorf',
      role: 'kimLead',
    },
    {
      login: 'waf-verwaltung',
      givenName: 'Marco',
      familyName: 'Löbbert',
      unit: 'kim-verwaltung',
      role: 'administration',
    },
    {
      login: 'waf-stadt',
      givenName: 'Elke',
      familyName: 'Ostermann',
      organisation: 'stadt-ahlen',
      role: 'townCoordinator',
    },
    {
      login: 'waf-dienst',
      givenName: 'Paul',
      familyName: 'Rottmann',
      organisation: 'wohlfahrtsverband-kim',
      role: 'lineManager',
      scope: organisation('wohlfahrtsverband-kim'),
    },
    {
      login: 'waf-ebh',
      givenName: 'Katrin',
      familyName: 'Dieckmann',
      unit: 'ebh-warendorf',
      role: 'immigrationOfficer',
    },
    {
      login: 'waf-jobcenter',
      givenName: 'Hanno',
      familyName: 'Vogt',
      unit: 'kompetenzteam-migration',
      role: 'partner',
    },
    {
      login: 'waf-sozialamt',
      givenName: 'Birgit',
      familyName: 'Niehues',
      unit: 'asyl-ahlen',
      role: 'partner',
    },
    {
      login: 'waf-gremium',
      givenName: 'Josef',
      familyName: 'Austermann',
      organisation: 'kreissportbund',
      role: 'committeeMember',
    },
    {
      login: 'waf-dsb',
      givenName: 'Sabine',
      familyName: 'Krampe',
      organisation: 'kreis-warendorf',
      role: 'dataProtectionOfficer',
    },
    {
      login: 'waf-admin',
      givenName: 'Jonas',
      familyName: 'Middendorf',
      organisation: 'kreis-warendorf',
      role: 'administrator',
    },
  ],
  wesel: [
    {
      login: 'wes-cm1',
      givenName: 'Leonie',
      familyName: 'van Elst',
      unit: 'kim-kreis-wesel',
      role: 'caseManager',
      scope: organisation('kreis-wesel'),
      languages: ['de', 'en', 'fr'],
      availability: 'free',
    },
    {
      login: 'wes-cm2',
      givenName: 'Amir',
      familyName: 'Rahimi',
      unit: 'kim-dinslaken',
      role: 'caseManager',
      scope: organisation('stadt-dinslaken'),
      languages: ['de', 'fa', 'prs', 'en'],
      availability: 'tight',
    },
    {
      login: 'wes-cm3',
      givenName: 'Mareike',
      familyName: 'Heuvelmann',
      unit: 'kim-voerde',
      role: 'caseManager',
      scope: organisation('stadt-voerde'),
      languages: ['de', 'pl'],
      availability: 'free',
    },
    {
      login: 'wes-koordination',
      givenName: 'Ulrike',
      familyName: 'Hegmans',
      unit: 'kim-kreis-wesel',
      role: 'coordinator',
      oversees: ['wes-cm1', 'wes-cm2'],
    },
    {
      login: 'wes-koordination-2',
      givenName: 'Volker',
      familyName: 'Janßen',
      unit: 'kim-kreis-wesel',
      role: 'coordinator',
      oversees: ['wes-cm3'],
    },
    { login: 'wes-leitung', givenName: 'Annette', familyName: 'Schlüter', unit: 'fd-49', role: 'kimLead' },
    {
      login: 'wes-verwaltung',
      givenName: 'Tobias',
      familyName: 'Kremer',
      unit: 'fd-49',
      role: 'administration',
    },
    {
      login: 'wes-stadt',
      givenName: 'Nadine',
      familyName: 'Rütter',
      unit: 'kim-koordination-dinslaken',
      role: 'townCoordinator',
    },
    {
      login: 'wes-dienst',
      givenName: 'Georg',
      familyName: 'Maaßen',
      unit: 'kim-dinslaken',
      role: 'lineManager',
      scope: organisation('stadt-dinslaken'),
    },
    {
      login: 'wes-abh',
      givenName: 'Kerstin',
      familyName: 'Dickmann',
      unit: 'abh-kreis-wesel',
      role: 'immigrationOfficer',
    },
    {
      login: 'wes-jobcenter',
      givenName: 'Stefan',
      familyName: 'Brüggemann',
      organisation: 'jobcenter-wesel',
      role: 'partner',
    },
    {
      login: 'wes-sozialamt',
      givenName: 'Petra',
      familyName: 'Scholten',
      unit: 'sozialamt-dinslaken',
      role: 'partner',
    },
    {
      login: 'wes-gremium',
      givenName: 'Friedhelm',
      familyName: 'Bongers',
      organisation: 'eaw',
      role: 'committeeMember',
    },
    {
      login: 'wes-dsb',
      givenName: 'Claudia',
      familyName: 'Terlinden',
      organisation: 'kreis-wesel',
      role: 'dataProtectionOfficer',
    },
    {
      login: 'wes-admin',
      givenName: 'Daniel',
      familyName: 'Nikolić',
      organisation: 'kreis-wesel',
      role: 'administrator',
    },
  ],
}
