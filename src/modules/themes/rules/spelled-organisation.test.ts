import { describe, expect, test } from 'vitest'
import { readText, spelledIn, type OrganisationFacts } from './spelled-organisation.ts'

const facts = (more: Partial<OrganisationFacts>): OrganisationFacts => ({
  id: 'x',
  key: 'x-y',
  name: 'Jobcenter Kreis Wesel',
  kind: 'jobcenter',
  town: null,
  units: [],
  ...more,
})
let asked = 0
/** Each time another organisation: what is kept of one must not hide what is asked. */
const found = (text: string, more: Partial<OrganisationFacts>) =>
  spelledIn(readText(text), facts({ ...more, id: `x${(asked += 1)}` })).map(({ from, to }) =>
    text.slice(from, to),
  )

const rheine = { name: 'Jobcenter Stadt Rheine', town: 'Rheine' }
const town = {
  key: 'stadt-dinslaken',
  name: 'Stadt Dinslaken',
  kind: 'municipality',
  town: 'Dinslaken',
  units: [
    { kind: 'immigrationAuthority', label: 'Ausländerbehörde', mark: null },
    { kind: 'youthOffice', label: 'Jugendamt', mark: null },
  ],
}
const district = {
  key: 'kreis-wesel',
  name: 'Kreis Wesel',
  kind: 'kreis',
  units: [
    { kind: 'department', label: 'Fachdienst', mark: 'FD 49' },
    { kind: 'immigrationAuthority', label: 'Ausländerbehörde', mark: null },
  ],
}
const agency = { name: 'Agentur für Arbeit Ahlen-Münster', kind: 'employmentAgency' }
const drk = { key: 'drk', name: 'Deutsches Rotes Kreuz (DRK)', kind: 'welfare' }
const caritas = {
  key: 'caritas-warendorf',
  name: 'Caritasverband im Kreisdekanat Warendorf e.V.',
  kind: 'welfare',
}

describe('an organisation is recognised', () => {
  test.each([
    ['Das Jobcenter Kreis Wesel zögert.', {}, ['Jobcenter Kreis Wesel']],
    ['des JOBCENTERS KREIS WESEL', {}, ['JOBCENTERS KREIS WESEL']],
    ['beim Jobcenter des Kreises Wesel', {}, ['Jobcenter des Kreises Wesel']],
    ['beim Weseler Jobcenter', {}, ['Weseler Jobcenter']],
    ['Das JC Rheine antwortet nicht', rheine, ['JC Rheine']],
    [
      'Das Job-Center (Rheine) und das Rheiner Jobcenter',
      rheine,
      ['Job-Center (Rheine', 'Rheiner Jobcenter'],
    ],
    [
      'Die ABH Dinslaken, das Jugendamt der Stadt Dinslaken',
      town,
      ['ABH Dinslaken', 'Jugendamt der Stadt Dinslaken'],
    ],
    [
      'Die Auslaenderbehoerde Dinslaken und die Dinslakener Ausländerbehörde',
      town,
      ['Auslaenderbehoerde Dinslaken', 'Dinslakener Ausländerbehörde'],
    ],
    ['Der FD 49 und die ABH Wesel', district, ['FD 49', 'ABH Wesel']],
    [
      'Das Stadtjugendamt Dinslaken, im Jugendamt Dinslakens',
      town,
      ['Stadtjugendamt Dinslaken', 'Jugendamt Dinslakens'],
    ],
    [
      'Die Kreisausländerbehörde, also die Ausländerbehörde des Kreises',
      district,
      ['Kreisausländerbehörde', 'Ausländerbehörde des Kreises'],
    ],
    [
      'Die Arbeitsagentur Münster und die Agenturen für Arbeit Ahlen-Münster',
      agency,
      ['Arbeitsagentur Münster', 'Agenturen für Arbeit Ahlen-Münster'],
    ],
    ['Vom DRK und vom Deutschen Roten Kreuz', drk, ['DRK', 'Deutschen Roten Kreuz']],
    [
      'Die Caritas und der Caritasverband im Kreisdekanat Warendorf',
      caritas,
      ['Caritas', 'Caritasverband im Kreisdekanat Warendorf'],
    ],
    ['Die Verwaltung des Kreises Wesel', district, ['Kreises Wesel']],
  ])('%s', (text, more, expected) => expect(found(text, more)).toEqual(expected))
})

const everything = [
  'immigrationAuthority', 'naturalisationAuthority', 'youthOffice', 'socialOffice', 'healthOffice',
  'schoolAuthority', 'educationOffice', 'integrationCentre',
] // oxfmt-ignore
const ofKreis = { ...district, units: everything.map((kind) => ({ kind, label: kind, mark: null })) }

describe('every word for an office and a place', () => {
  test.each([
    ...['Jobcenter', 'Job-Center', 'JC'].map((word) => [`${word} Rheine`, rheine] as const),
    ...['Agentur für Arbeit', 'Arbeitsagentur', 'Arbeitsamt', 'AA', 'BA'].map(
      (word) => [`${word} Münster`, agency] as const,
    ),
    ...['Stadtverwaltung', 'Gemeindeverwaltung', 'Rathaus'].map(
      (word) => [`${word} Dinslaken`, town] as const,
    ),
    ...[
      'Kreisverwaltung', 'Landratsamt', 'Ausländerbehörde', 'Ausländeramt', 'ABH', 'Einbürgerungsbehörde',
      'Einbürgerungsstelle', 'EBH', 'Jugendamt', 'JA', 'Sozialamt', 'Gesundheitsamt', 'Schulamt', 'Bildungsbüro',
      'Kommunales Integrationszentrum', 'KI',
    ].map((word) => [`${word} Wesel`, ofKreis] as const), // oxfmt-ignore
  ])('%s', (text, more) => {
    expect(found(`Die ${text} wartet.`, more)).toEqual([text])
    expect(found(`Die ${text.split(' ').slice(0, -1).join(' ')} wartet.`, more)).toEqual([])
  })
})

describe('an organisation is called as the list says', () => {
  const club = (name: string, key = 'x-y', more: Partial<OrganisationFacts> = {}) => ({
    name,
    key,
    kind: 'welfare',
    ...more,
  })
  test.each([
    ['Hilfe gGmbH', 'Hilfe', club('Hilfe gGmbH')],
    ['Hilfe GmbH', 'Hilfe', club('Hilfe GmbH')],
    ['Hilfe e. V.', 'Hilfe', club('Hilfe e. V.')],
    ['Hilfe (Nord) e.V. und mehr', 'Hilfe und mehr', club('Hilfe (Nord) e.V. und mehr')],
    ['in brackets', 'NORD', club('Hilfe und Rat (NORD)')],
    [
      'not what is in long brackets',
      undefined,
      club('Hilfe und Rat (eine Beratungsstelle im Norden des Kreises)'),
    ],
    ['a key of one word', 'AWO', club('Arbeiterwohlfahrt', 'awo')],
    ['a key of one word, as a word', 'Awo', club('Arbeiterwohlfahrt', 'awo')],
    ['a key of one long word', 'Tuwas', club('Verein', 'tuwas')],
    ['an association with its district', 'Diakonie', club('Werk der Kirche', 'diakonie-wesel')],
    [
      'a mark with a number',
      'FD 7',
      club('Amt', 'x-y', { units: [{ kind: 'k', label: 'l', mark: 'FD 7' }] }),
    ],
  ])('%s', (_what, word, more) => {
    if (word) expect(found(`Bei ${word}, sagt man.`, more)).toEqual([word])
    else expect(found('Bei Eine Beratungsstelle, sagt man.', more)).toEqual([])
  })
  test.each([
    ['another key of two words', 'Hilfe', club('Verein', 'hilfe-wesel')],
    ['a key of two letters', 'AB', club('Verein', 'ab')],
    [
      'a mark without a number',
      'Abteilung',
      club('Amt', 'x-y', { units: [{ kind: 'k', label: 'l', mark: 'Abteilung' }] }),
    ],
    ['an abbreviation in small letters', 'awo', club('Arbeiterwohlfahrt', 'awo')],
    ['part of a word', 'Vereinsheim', club('Verein')],
    ['a name of two letters', 'AB', club('AB')],
  ])('but not by %s', (_what, word, more) => expect(found(`Bei ${word}, sagt man.`, more)).toEqual([]))

  test('by its places, also two of them, and their endings', () => {
    const two = { name: 'Agentur für Arbeit Ahlen und Beckum', kind: 'employmentAgency' }
    for (const place of ['Ahlen', 'Beckum', 'Ahlen und Beckum'])
      expect(found(`Die Arbeitsagentur ${place}.`, two)).toEqual([`Arbeitsagentur ${place}`])
    const of = { name: 'Jobcenter der Stadt Halle/Werther', kind: 'jobcenter' }
    for (const place of ['Halle', 'Werther']) expect(found(`Das JC ${place}.`, of)).toEqual([`JC ${place}`])
    expect(found('Das Haller Jobcenter', of)).toEqual(['Haller Jobcenter'])
    expect(found('Das Jobcenter Lünen', { name: 'Jobcenter Luenen', town: 'Lünen' })).toEqual([
      'Jobcenter Lünen',
    ])
  })

  test('the Kreis’s own offices need no place, those of others do', () => {
    expect(found('Das Kreisjugendamt und das Jugendamt des Kreises', ofKreis)).toEqual([
      'Kreisjugendamt',
      'Jugendamt des Kreises',
    ])
    expect(found('Das Kreisjugendamt und das Jugendamt des Kreises', town)).toEqual([])
    expect(
      found('Die Kreiskreisverwaltung und KreisJA, Kommunales Integrationszentrum des Kreises', ofKreis),
    ).toEqual([])
    expect(found('Das Stadtjugendamt Wesel', ofKreis)).toEqual([])
    expect(found('Das Stadtja Dinslaken', { ...town, units: ofKreis.units })).toEqual([])
  })

  test('as a place: the name of a Kreis counts no longer, its offices do', () => {
    const at = (text: string, asPlace: boolean) =>
      spelledIn(readText(text), facts({ ...ofKreis, id: `p${(asked += 1)}` }), asPlace).length
    expect(at('Der Kreis Wesel sagt', false)).toBe(1)
    expect(at('Der Kreis Wesel sagt', true)).toBe(0)
    expect(at('Das Jugendamt Wesel sagt', true)).toBe(1)
    expect(at('Das Kreisjugendamt sagt', true)).toBe(1)
  })
})

describe('no organisation is named by', () => {
  test.each([
    ['Das Jobcenter und die Agentur für Arbeit zögern. Wesel wartet.', {}],
    ['das Jobcenter', rheine],
    ['In Rheine fehlt ein Kurs; das JC antwortet', rheine],
    ['Die ABH, das Jugendamt und Familien in Dinslaken', town],
    ['Familien in der Stadt Dinslaken und aus der Stadt Dinslaken', town],
    ['Im ganzen Kreis Wesel und im Kreis Wesel', district],
    ['Beim Jobcenter. Rheine ist weit', rheine],
    ['Alle Ausländerbehörden des Kreises und der Landkreis', district],
    ['Ein kreuz und quer, drk', drk],
    ['Die Haba Münster', agency],
  ])('%s', (text, more) => expect(found(text, more)).toEqual([]))
})
