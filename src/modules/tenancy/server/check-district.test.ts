import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Benefit, Language } from '../../../platform/contract/code-lists/index.ts'
import { checkDistrict, explainProblems, type DistrictProblem } from './check-district.ts'
import { districtFile } from './testing/district-file.ts'

const wesel = districtFile('wesel')

function problems(yaml: string): DistrictProblem[] {
  const result = checkDistrict(yaml)
  if (!('problems' in result)) throw new Error('expected a faulty file')
  return result.problems
}

/** Replaces once and tells the line (from 1) on which the replacement begins. */
function plant(old: string, fault: string, file = wesel): { yaml: string; line: number } {
  const at = file.indexOf(old)
  if (at < 0) throw new Error(`not in the file: ${old}`)
  return {
    yaml: file.slice(0, at) + fault + file.slice(at + old.length),
    line: file.slice(0, at).split('\n').length,
  }
}

describe.each(['coesfeld', 'warendorf', 'wesel'])('districts/%s.yaml', (key) => {
  test('is valid and names no unknown place or organisation', () => {
    const result = checkDistrict(districtFile(key))
    expect('problems' in result ? explainProblems(result.problems) : '').toBe('')
  })
})

describe('each planted fault is named at its line', () => {
  const faults: [string, string, string, RegExp, number?][] = [
    ['a misspelt field', '  kiName: Kommunales', '  kiNamme: Kommunales', /kiNamme.*nicht vorgesehen/],
    ['a key of the Kreis without quotes', "  ags: '05170'", '  ags: 05170', /Anführungszeichen/],
    ['an unknown municipality', "  - ags: '05170004'", "  - ags: '05170005'", /05170005 gibt es/],
    [
      'a municipality of another Kreis',
      "  - ags: '05170004'\n    name: Alpen",
      "  - ags: '05570004'\n    name: Ahlen",
      /nicht im Kreis 05170/,
    ],
    ['a name that is not the official one', '    name: Hünxe', '    name: Huenxe', /Hünxe/],
    ['a value outside the list', '    kind: kreis', '    kind: landkreis', /Erlaubt ist hier nur: kreis/],
    ['a duplicate key', '  - key: jugendaemter', '  - key: keine-bezirke', /kommt mehrfach vor/],
    [
      'an unknown organisation',
      '    organisation: jobcenter-wesel\n',
      '    organisation: jobcenter-moers\n',
      /jobcenter-moers.*nicht angelegt/,
    ],
    ['an unknown unit', '    unit: kim-dinslaken', '    unit: kim-duisburg', /kim-duisburg.*nicht angelegt/],
    [
      'a unit of another organisation',
      '    unit: kim-dinslaken',
      '    unit: kim-moers',
      /gehört zu „stadt-moers“/,
    ],
    [
      'a fact without source',
      '    fte: 16\n    employer: unknown\n    asOf: 2023-08\n    source: WES 6; R023\n',
      '    fte: 16\n    employer: unknown\n    asOf: 2023-08\n',
      /Quelle fehlt/,
      -4,
    ],
    ['a source nobody declared', '    source: WES 4; R046', '    source: WSE 4; R046', /WSE 4.*Kürzel/],
    [
      'a default without a reason',
      '    label: Regionalbezirk\n    default: true\n    remark: Das Konzept kennt keine Bezirke; Bezeichnung wie in Coesfeld und Warendorf.\n',
      '    label: Regionalbezirk\n    default: true\n',
      /Vorgabe \(default: true\) braucht/,
      -1,
    ],
    ['an impossible date', 'validFrom: 2022-03-01', 'validFrom: 2022-02-30', /Datum/],
    ['a text where a number belongs', '    fte: 16', '    fte: sechzehn', /Zahl/],
    [
      'an unknown partner of interface talks',
      '    partners: [{ organisation: arbeitsagentur-wesel }]',
      '    partners: [{ organisation: arbeitsagentur-moers }]',
      /arbeitsagentur-moers.*nicht angelegt/,
    ],
    [
      'a content nobody asks for',
      'contents: [beratungsansaetze,',
      'contents: [beratung,',
      /Pflichtinhalt „beratung“/,
    ],
    ['a task twice', '{ key: team, label', '{ key: austausch, label', /„austausch“ kommt mehrfach vor/],
    ['a negative share', '    fte: 16', '    fte: -16', /größer als 0|passt zu keiner/],
    ['a whole section missing', 'professionalOversight:', 'fachaufsicht:', /fachaufsicht.*nicht vorgesehen/],
    ['a theme without its beginning', '        first: true\n', '', /Genau ein Stand ist der Anfang/, -6],
    ['a move from a state that is none', 'from: [eruiert]', 'from: [eruirt]', /eruirt.*gibt es nicht/],
    ['a move to a state that is none', '        to: pag\n', '        to: paag\n', /paag.*gibt es nicht/],
    [
      'a state nobody reaches',
      '        to: loesung\n',
      '        to: pag\n',
      /Kein Schritt führt.*loesung/,
      -65,
    ],
    [
      'a body the Kreis does not have',
      'decidedBy: steeringGroup',
      'decidedBy: localConference',
      /localConference/,
    ],
    ['a fifth purpose of the Land', 'part: goal', 'part: purpose', /genau vier Zwecke/, -17],
    ['a tab as indent', '  name: Kreis Wesel', '\tname: Kreis Wesel', /Tabulator|YAML/],
    ['the same field twice', '  name: Kreis Wesel', '  name: Kreis Wesel\n  name: Kreis Wesel', /zweimal/, 1],
  ]
  test.each(faults)('%s', (_, old, fault, message, shift = 0) => {
    const { yaml, line } = plant(old, fault)
    const found = problems(yaml)
    expect(explainProblems(found)).toMatch(message)
    expect(found.filter((p) => message.test(p.message)).map((p) => p.line)).toContain(line + shift)
  })

  test('all at once, in the order of the file', () => {
    const first = plant('  kiName: Kommunales', '  kiNamme: Kommunales')
    const second = plant('    unit: kim-dinslaken', '    unit: kim-duisburg', first.yaml)
    const third = plant('    fte: 16', '    fte: sechzehn', second.yaml)
    const found = problems(third.yaml)
    expect(found.map((p) => p.line)).toEqual(found.map((p) => p.line).toSorted((a, b) => a - b))
    for (const { line } of [first, second, third]) expect(found.map((p) => p.line)).toContain(line)
  })

  test('a file that is no district at all', () => {
    expect(problems('Hallo')[0]).toMatchObject({ line: 1 })
    expect(problems('')[0]).toMatchObject({ line: 1 })
    expect(problems('- a\n- b')[0]).toMatchObject({ line: 1 })
  })
})

describe('the figures of the concepts', () => {
  const read = (key: string) => {
    const result = checkDistrict(districtFile(key))
    if ('problems' in result) throw new Error(explainProblems(result.problems))
    return result.district
  }
  const sum = (key: string, block: string) =>
    read(key)
      .positions.filter((p) => p.buildingBlock === block && typeof p.fte === 'number')
      .reduce((total, p) => total + (p.fte as number), 0)

  test.each([
    ['coesfeld', 11, 'R001'],
    ['warendorf', 13, 'R001'],
    ['wesel', 13, 'R001'],
  ])('%s has %i municipalities (%s)', (key, count) => {
    expect(read(key).municipalities).toHaveLength(count)
  })

  test('positions: R021 Coesfeld 3,5 + 0,5 / 12 / 2, R022 Warendorf 3,5 / 10,5 / 2,25, R023 Wesel 3 x 1,0 / 16', () => {
    expect(['B1', 'B2', 'B3'].map((block) => sum('coesfeld', block))).toEqual([4, 12, 2])
    expect(['B1', 'B2', 'B3'].map((block) => sum('warendorf', block))).toEqual([3.5, 10.5, 2.25])
    expect(['B1', 'B2', 'B3'].map((block) => sum('wesel', block))).toEqual([3, 16, 0])
  })

  test('every municipality lies in exactly one region where the concept has regions (R002)', () => {
    for (const key of ['coesfeld', 'warendorf']) {
      const { regions, municipalities } = read(key)
      expect(regions.flatMap((r) => r.municipalities).toSorted()).toEqual(
        municipalities.map((m) => m.ags).toSorted(),
      )
    }
  })

  test('Wesel: 7 sites, 6 consultation hours, 19 functions and guests, agreements of 3 and 6 towns (R031, R046, R125)', () => {
    const { sites, committees, catalogues } = read('wesel')
    expect(sites.filter((s) => s.kind === 'site')).toHaveLength(7)
    expect(sites.filter((s) => s.kind === 'consultationHours')).toHaveLength(6)
    const steering = committees.find((c) => c.kind === 'steeringGroup')!
    expect(steering.functions.filter((f) => f.role !== 'guest')).toHaveLength(19)
    expect(catalogues.cooperationAgreements.entries.map((a) => a.parties.length - 1)).toEqual([3, 6])
  })

  test.each(['coesfeld', 'warendorf', 'wesel'])(
    '%s offers languages and benefits of the code lists',
    (key) => {
      const { languages, benefitKinds } = read(key).catalogues
      const unknown = [
        ...languages.entries.filter((e) => !Language.safeParse(e.key).success),
        ...benefitKinds.entries.filter((e) => !Benefit.safeParse(e.key).success),
      ]
      expect(unknown).toEqual([])
    },
  )

  test('no closure reason names departure, and no person is named', () => {
    for (const key of ['coesfeld', 'warendorf', 'wesel']) {
      const labels = read(key)
        .catalogues.closureReasons.entries.map((e) => e.label)
        .join(' ')
      expect(labels).not.toMatch(/Ausreise/)
      expect(readFileSync(new URL(`../../../../districts/${key}.yaml`, import.meta.url), 'utf8')).not.toMatch(
        /\b(Herr|Frau|Dr\.)\s/,
      )
    }
  })
})
