import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { districts, type District } from './journey/districts.ts'
import { openOffice, type Office } from './journey/open-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())
afterEach((context) => office.photograph(context))

/** What the concepts say, as it stands on the pages of the district. Numbers are those of the requirements. */
const facts: Record<District['key'], Record<string, (string | RegExp)[]>> = {
  wesel: {
    '': [
      '05170',
      /Kommunen\s+13\b/,
      'Koordination (strategischer Overhead)',
      'Baustein',
      'Projektarbeitsgruppe (PAG)',
    ],
    gebiet: [
      /Moers \(Stadt\)\s+05170024\s+105\.287/,
      /Dinslaken[^\n]*große Stadt, Ausländerbehörde, Jugendamt, Integrationsrat/,
    ],
    organisationen: [
      /FD 49 Fachdienst Kommunale Integration[^]*?seit 01\.03\.2022/,
      'Stadt Kamp-Lintfort: Kamp-Lintfort',
    ],
    standorte: ['KIM Xanten', 'KIM Rheinberg', /Sprechzeit Alpen/, /Sprechzeit Schermbeck[^]*?im Aufbau/],
    stellen: ['Baustein 2: 16 Stellen', /Kommunale Koordination Moers[^]*?ohne Fachaufsicht\s+1\b/],
    gremien: ['10.08.2021', '10.06.2022', /Vorstandsmitglied 4\s+Vorsitz/, 'Fachdienstleitung 49'],
    vereinbarungen: [/Kreistag · 16\.12\.2021 · Vorlage 671\/X/, /Kreisausschuss · 17\.12\.2020/],
  },
  coesfeld: {
    '': [
      '05558',
      /Kommunen\s+11\b/,
      'Strategische Koordination (Teamleitung)',
      'Steuerungsgruppe des Netzwerks Chancengerechtigkeit',
    ],
    gebiet: [
      'Billerbeck, Coesfeld, Havixbeck, Rosendahl',
      'Dülmen, Nottuln',
      'Ascheberg, Lüdinghausen, Nordkirchen, Olfen, Senden',
    ],
    organisationen: ['Abt. 32 Ausländerbehörde', 'Dez. II', 'Abt. 51 Kreisjugendamt', 'Verwaltungsteam'],
    standorte: [/Sprechstunde bei der Ausländerbehörde\s+Sprechzeit\s+in Erprobung/],
    stellen: [
      'Baustein 1: 4 Stellen',
      'Baustein 2: 12 Stellen',
      'Nord: 2,5',
      'Süd: 2,5',
      'Mitte: 1',
      'Kreis Coesfeld: 6',
    ],
    gremien: [
      /Landrätin oder Landrat\s+Vorsitz/,
      'Koordinierungsgruppe',
      'Menschen aus Südost-Europa',
      'Stadtjugendamt Dülmen',
    ],
    vereinbarungen: [/Kreistag · 09\.09\.2020/, 'Vorlage SV-10-0391'],
  },
  warendorf: {
    '': ['05570', /Kommunen\s+13\b/, 'Die Leitung hat die Fachaufsicht über die Koordination.'],
    gebiet: [
      'Beckum, Drensteinfurt, Ennigerloh, Oelde, Sendenhorst, Wadersloh',
      'Beelen, Everswinkel, Ostbevern, Sassenberg, Telgte, Warendorf',
    ],
    organisationen: ['Team KIM (Koordination und Case Management)'],
    standorte: ['KIM-Beratung Ahlen', 'Vorgabe'],
    stellen: [
      'Baustein 1: 3,5 Stellen',
      'Baustein 2: 10,5 Stellen',
      'Baustein 3: 2,25 Stellen',
      /Koordination Ahlen[^]*?\s0,5\s/,
    ],
    gremien: [
      'zweimal im Jahr',
      /Leitung des Sozialdezernates\s+Vorsitz/,
      'Kreissportbund',
      'Bundesamt für Migration',
    ],
    vereinbarungen: [/Kreistag · 23\.10\.2015/, /Kreistag · 2010/],
  },
}

describe.each(districts)('$name on screen', ({ key, caseManager }) => {
  test('the facts of its concepts stand there with their sources (R001–R023, R046, R121–R125b)', async () => {
    const desk = await office.desk(caseManager)
    for (const [part, wanted] of Object.entries(facts[key])) {
      await desk.open(`/kreis/${part}`)
      const text = await desk.text(desk.page.locator('main'))
      for (const fact of wanted) expect(text).toMatch(fact)
      expect(text).toMatch(/Quelle: (WES|C0|C1|WAF)|Vorgabe/)
    }
    await desk.leave()
  })
})

test('the pages about a district pass axe, the phone and 200 %', async () => {
  const desk = await office.desk('coe-cm1')
  for (const part of Object.keys(facts.coesfeld)) {
    await desk.open(`/kreis/${part}`)
    await desk.inspect()
  }
  await desk.leave()
})
