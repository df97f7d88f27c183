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
const found = (text: string, more: Partial<OrganisationFacts>) =>
  spelledIn(readText(text), facts(more)).map(({ from, to }) => text.slice(from, to))

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
