import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import PizZip from 'pizzip'
import { aMeasure, anAgreement, aPaper, aPaperInApproval, aValidPaper } from '../../../testing/a-solution.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { made } from '../../../testing/proof/object-kind.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { notificationEndpoints } from '../../staff/index.ts'
import { agreementEndpoints } from '../contract/agreements.ts'
import { measureEndpoints } from '../contract/measures.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-27T09:00:00Z') })
afterAll(() => house.close())

let coordinator: TestUser
let caseManager: TestUser
let administration: TestUser
let partner: TestUser
let stranger: TestUser
let committee: string

beforeAll(async () => {
  const someone = (role: 'coordinator' | 'caseManager' | 'administration' | 'partner') =>
    house.user(house.a, { roles: [{ role }] })
  coordinator = await someone('coordinator')
  caseManager = await someone('caseManager')
  administration = await someone('administration')
  partner = await someone('partner')
  stranger = await house.user(house.b, { roles: [{ role: 'coordinator' }] })
  committee = newId()
  const types = ['traeger', 'caseManagement'].map((key, position) => ({
    id: newId(),
    kind: 'agreementType',
    key,
    label: key,
    position,
    settings: JSON.stringify({ expectedOf: key === 'traeger' ? ['welfare'] : ['townsWithSite'] }),
  }))
  const concept = {
    id: newId(),
    kind: 'cooperationAgreement',
    key: 'verband',
    label: 'Vereinbarung mit dem Verband',
    position: 0,
    source: 'WAF 3',
    settings: JSON.stringify({
      concerns: 'traeger',
      parties: ['kreis', 'verband'],
      signedOn: 'unknown',
      state: 'signed',
      contents: ['Zusammenarbeit', 'Datenschutz'],
    }),
  }
  await house.system(house.a, async (tx) => {
    await tx
      .insertInto('catalogue_entry')
      .values([...types, concept])
      .execute()
    await tx
      .updateTable('organisation')
      .set({ municipality_id: house.a.municipality })
      .where('id', '=', house.a.town)
      .execute()
    const row = { id: committee, key: 'ag', name: 'AG Übergänge', kind: 'workingGroup', position: 0 }
    await tx.insertInto('committee').values(row).execute()
  })
})

const events = (id: string) =>
  house.system(house.a, async (tx) => {
    const rows = await tx.selectFrom('audit_event').select('action').where('object_id', '=', id).execute()
    return rows.map(({ action }) => action)
  })

describe('an interface paper', () => {
  test('is drafted, agreed by each party, put in force, and superseded by the next version', async () => {
    const first = await aValidPaper(coordinator, '2026-11-01')
    expect(first).toMatchObject({
      number: 1,
      state: 'valid',
      can: ['setTheme', 'review', 'revoke', 'newVersion'],
    })
    const begun = made(await coordinator.client.call(paperEndpoints.newVersion, { params: { id: first.id } }))
    expect(begun).toMatchObject({ number: 2, state: 'draft', sections: first.sections, reviewOn: null })
    expect(begun.parties.map(({ approval }) => approval)).toEqual(['open', 'open'])
    const again = await coordinator.client.call(paperEndpoints.newVersion, { params: { id: first.id } })
    expect(again.problem.code).toBe('paperVersionOpen')
    const body = {
      sections: { handover: 'Die Übergabe dauert höchstens fünf Tage.' },
      changeNote: 'Kürzere Frist',
      reviewOn: '2027-11-01',
    }
    let next = made(
      await coordinator.client.call(paperEndpoints.change, { params: { id: begun.id }, ifMatch: 1, body }),
    )
    next = await agreed(next.id, next.version)
    const old = made(await caseManager.client.call(paperEndpoints.read, { params: { id: first.id } }))
    expect([next.state, old.state]).toEqual(['valid', 'superseded'])
    expect(old.sections.handover).toContain('zehn')
    const list = made(await caseManager.client.call(paperEndpoints.list))
    expect(list.rows.filter(({ id }) => id === first.paperId)).toMatchObject([{ number: 2, state: 'valid' }])
    expect(await events(next.id)).toEqual(expect.arrayContaining(['interfacePaper.moved']))

    const diff = made(await caseManager.client.call(paperEndpoints.diff, { params: { id: next.id } }))
    expect(diff.fields.map(({ field }) => field)).toEqual(['sections.handover', 'reviewOn'])
    expect(diff.fields[0]!.runs).toContainEqual({ kind: 'removed', text: 'zehn ' })
    const other = await aPaper(coordinator, { title: 'Ein anderes' })
    const foreign = { params: { id: next.id }, query: { since: other.id } }
    const refused = await caseManager.client.call(paperEndpoints.diff, foreign)
    expect(refused.problem.code).toBe('paperNotSamePaper')
  })

  async function agreed(id: string, version: number) {
    const move = async (body: object, ifMatch: number) =>
      made(
        await coordinator.client.raw('POST', `/api/interface-papers/${id}/steps`, { body, ifMatch }),
      ) as Awaited<ReturnType<typeof aPaper>>
    let paper = await move({ to: 'inApproval' }, version)
    const early = { to: 'valid' as const, from: '2026-11-27' }
    const refused = await coordinator.client.call(paperEndpoints.move, {
      params: { id },
      ifMatch: paper.version,
      body: early,
    })
    expect(refused.problem.code).toBe('paperNotAgreed')
    for (const party of paper.parties) {
      const body = { partyId: party.id, approval: 'agreed' as const, saidBy: 'Amtsleitung' }
      paper = made(
        await coordinator.client.call(paperEndpoints.answer, {
          params: { id },
          ifMatch: paper.version,
          body,
        }),
      )
    }
    return move(early, paper.version)
  }

  test('says everything that is missing before the parties are asked, and forgets answers when taken back', async () => {
    const bare = made(await coordinator.client.call(paperEndpoints.draft, { body: { title: 'Leer' } }))
    const sent = await coordinator.client.call(paperEndpoints.move, {
      params: { id: bare.id },
      ifMatch: 1,
      body: { to: 'inApproval' },
    })
    expect(sent.status).toBe(400)
    expect(sent.problem.fields?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['legalDomains', 'parties', 'sections.handover', 'reviewOn']),
    )
    let paper = await aPaperInApproval(coordinator)
    const partyId = paper.parties[0]!.id
    const objected = { partyId, approval: 'objected' as const, saidBy: 'Leitung', remark: 'Frist zu kurz' }
    paper = made(
      await coordinator.client.call(paperEndpoints.answer, {
        params: { id: paper.id },
        ifMatch: paper.version,
        body: objected,
      }),
    )
    const changed = await coordinator.client.call(paperEndpoints.change, {
      params: { id: paper.id },
      ifMatch: paper.version,
      body: { title: 'Anders' },
    })
    expect(changed.problem.code).toBe('paperNotDraft')
    const back = made(
      await coordinator.client.call(paperEndpoints.move, {
        params: { id: paper.id },
        ifMatch: paper.version,
        body: { to: 'draft' },
      }),
    )
    expect(back.parties.map(({ approval, remark }) => [approval, remark])).toEqual([
      ['open', null],
      ['open', null],
    ])
  })

  test('takes functions, not persons, and offices that exist', async () => {
    const { status, problem } = await coordinator.client.call(paperEndpoints.draft, {
      body: {
        title: 'Kontakte',
        parties: [
          { organisationId: house.b.town, contactFunction: 'Frau Muster' },
          { organisationId: house.a.town, unitId: house.a.immigrationUnit },
          { organisationId: house.a.town, unitId: house.a.immigrationUnit },
        ],
      },
    })
    expect([status, problem.fields?.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      400,
      [
        'parties.0.organisationId solutionOrganisationUnknown',
        'parties.1.unitId solutionUnitUnknown',
        'parties.2.unitId solutionUnitUnknown',
        'parties.0.contactFunction contactIsPerson',
        'parties.2.organisationId solutionPartyTwice',
      ],
    ])
  })

  test('is commented on by the team while it is worked on', async () => {
    const { id } = await aPaper(coordinator)
    const body = { section: 'handover' as const, content: 'Wer ruft wen an?' }
    const commented = made(await caseManager.client.call(paperEndpoints.comment, { params: { id }, body }))
    expect(commented.comments).toMatchObject([{ section: 'handover', by: 'Kim Muster', settledOn: null }])
    const params = { id, commentId: commented.comments[0]!.id }
    const settled = made(await coordinator.client.call(paperEndpoints.settleComment, { params }))
    expect(settled.comments[0]!.settledOn).toBe('2026-11-27')
    const closed = await aValidPaper(coordinator, '2026-11-01')
    const late = await caseManager.client.call(paperEndpoints.comment, { params: { id: closed.id }, body })
    expect(late.problem.code).toBe('paperClosedForComments')
  })

  test('is reviewed, revoked and thrown away only where that fits; stale writes see the other version', async () => {
    const paper = await aValidPaper(coordinator, '2026-11-01', { reviewOn: '2026-11-27' })
    const review = (nextOn: string, ifMatch: number) =>
      coordinator.client.call(paperEndpoints.review, { params: { id: paper.id }, ifMatch, body: { nextOn } })
    expect(paper.reviewDue).toBe(true)
    expect((await review('2026-11-27', paper.version)).problem.code).toBe('paperReviewPast')
    const reviewed = made(await review('2027-11-27', paper.version))
    expect(reviewed).toMatchObject({ reviewedOn: '2026-11-27', reviewDue: false })
    const stale = await review('2028-01-01', paper.version)
    expect([stale.status, (stale.problem.current as { reviewOn: string }).reviewOn]).toEqual([
      412,
      '2027-11-27',
    ])
    const discard = { params: { id: paper.id }, ifMatch: reviewed.version }
    expect((await coordinator.client.call(paperEndpoints.discard, discard)).problem.code).toBe(
      'paperNotDraft',
    )
    const draft = await aPaper(coordinator)
    expect(
      (await coordinator.client.call(paperEndpoints.discard, { params: { id: draft.id }, ifMatch: 1 }))
        .status,
    ).toBe(204)
    expect((await coordinator.client.call(paperEndpoints.read, { params: { id: draft.id } })).status).toBe(
      404,
    )
  })

  test('in force is offered to who refers; after its last day no more', async () => {
    const endless = await aValidPaper(coordinator, '2026-11-01', { title: 'Gilt weiter' })
    const short = await aValidPaper(coordinator, '2026-11-01', {
      title: 'Läuft ab',
      validUntil: '2026-11-27',
    })
    const shown = async () =>
      made(await caseManager.client.call(paperEndpoints.inForce)).rows.map(({ id }) => id)
    expect(await shown()).toEqual(expect.arrayContaining([endless.id, short.id]))
    await house.system(house.a, (tx) =>
      tx
        .updateTable('interface_paper_version')
        .set({ valid_until: '2026-11-26' })
        .where('id', '=', short.id)
        .execute(),
    )
    expect(await shown()).not.toContain(short.id)
    expect(made(await caseManager.client.call(paperEndpoints.read, { params: { id: short.id } })).state).toBe(
      'expired',
    )
  })

  test('prints as PDF/UA and fills the template, markup shown as text', async () => {
    const paper = await aPaper(coordinator, {
      sections: { handover: 'Zeile eins\nZeile zwei mit <b>&</b> {title}' },
    })
    const pdf = await caseManager.client.call(paperEndpoints.pdf, { params: { id: paper.id } })
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(pdf.bytes.includes('pdfuaid:part')).toBe(true)
    const docx = await caseManager.client.call(paperEndpoints.docx, { params: { id: paper.id } })
    const xml = new PizZip(docx.bytes).file('word/document.xml')!.asText()
    expect(xml).toContain('Zeile zwei mit &lt;b&gt;&amp;&lt;/b&gt; {title}')
    expect(xml).toContain('Leitung Leistung')
    expect(xml).not.toMatch(/\{#|\{\/|\{handover/)
    if (process.env['LOTSE_KEEP']) writeFileSync(`${process.env['LOTSE_KEEP']}/paper.docx`, docx.bytes)
    if (process.env['LOTSE_KEEP']) writeFileSync(`${process.env['LOTSE_KEEP']}/paper.pdf`, pdf.bytes)
  })
})

describe('the register of agreements', () => {
  const register = async (who = caseManager) => made(await who.client.call(agreementEndpoints.register))

  test('says from the data who has one and who has none, and what the concept leaves open', async () => {
    const { types, agreements, can } = await register()
    expect(can).toEqual([])
    expect(types.map(({ key, missing }) => [key, missing])).toEqual([
      ['traeger', 0],
      ['caseManagement', 1],
    ])
    expect(types[1]!.expected).toMatchObject([
      {
        label: 'Stadt Musterstadt',
        because: ['townsWithSite'],
        sites: ['Kreishaus', 'Rathaus'],
        coverage: 'missing',
      },
    ])
    expect(agreements).toMatchObject([
      {
        id: null,
        conceptKey: 'verband',
        state: 'signed',
        signedOn: null,
        source: 'WAF 3',
        contents: 'Zusammenarbeit\nDatenschutz',
        unknown: ['signedOn', 'validFrom', 'validUntil', 'reviewOn'],
      },
    ])
  })

  test('an agreement that is entered closes the gap; the concept is carried on once', async () => {
    const entered = await anAgreement(administration, { type: 'caseManagement', title: 'Mit der Stadt' })
    expect((await register()).types[1]!.expected[0]).toMatchObject({
      coverage: 'pending',
      title: 'Mit der Stadt',
    })
    const change = (body: object, ifMatch: number) =>
      administration.client.raw('PATCH', `/api/cooperation-agreements/${entered.id}`, { body, ifMatch })
    expect((await change({ state: 'signed', signedOn: '2026-12-01' }, 1)).problem.code).toBe(
      'agreementSignedInFuture',
    )
    made(await change({ state: 'signed', signedOn: '2026-11-20', validUntil: '2026-11-30' }, 1))
    expect((await change({ remark: 'x' }, 1)).status).toBe(412)
    expect((await change({ state: 'planned' }, 2)).problem.code).toBe('agreementStepUnknown')
    expect((await register()).types[1]!.expected[0]!.coverage).toBe('signed')
    const carried = await anAgreement(administration, { conceptKey: 'verband', state: 'signed' })
    expect(carried.conceptKey).toBe('verband')
    const parties = [{ organisationId: house.a.kreis }, { organisationId: house.a.town }]
    const twice = {
      type: 'traeger',
      title: 'Noch einmal',
      state: 'signed' as const,
      parties,
      conceptKey: 'verband',
    }
    const refused = await administration.client.call(agreementEndpoints.create, { body: twice })
    expect(refused.problem.code).toBe('agreementConceptTaken')
    expect((await register()).agreements.filter(({ conceptKey }) => conceptKey === 'verband')).toHaveLength(1)
    const csv = await administration.client.call(agreementEndpoints.csv)
    expect(csv.bytes.toString()).toContain('"caseManagement";"Stadt Musterstadt";"vorhanden";"Mit der Stadt"')
  })

  test('refuses a type, a concept and persons that do not fit, all at once', async () => {
    const body = {
      type: 'keine',
      conceptKey: 'keine',
      title: 'Falsch',
      state: 'planned' as const,
      validFrom: '2026-02-01',
      validUntil: '2026-01-01',
      parties: [{ organisationId: house.a.kreis, signsAs: 'Herr Muster' }, { organisationId: house.b.town }],
    }
    const { problem } = await administration.client.call(agreementEndpoints.create, { body })
    expect(problem.fields?.map(({ path }) => path)).toEqual([
      'type',
      'conceptKey',
      'validUntil',
      'parties.1.organisationId',
      'parties.0.signsAs',
    ])
  })
})

describe('a recommendation', () => {
  test('goes to a group and comes back with an answer that its author is told', async () => {
    const asked = await aMeasure(caseManager, { committeeId: committee, title: 'Gemeinsame Sprechstunde' })
    expect(asked).toMatchObject({
      state: 'recommended',
      mine: true,
      can: [],
      committee: { label: 'AG Übergänge' },
    })
    const move = (body: object, ifMatch: number, who = coordinator) =>
      who.client.raw('POST', `/api/measures/${asked.id}/steps`, { body, ifMatch })
    expect((await move({ to: 'declined' }, 1)).problem.code).toBe('measureReasonMissing')
    expect((await move({ to: 'planned' }, 1)).problem.code).toBe('measureDueMissing')
    made(await move({ to: 'planned', dueOn: '2026-12-20', note: 'Probelauf ab Januar' }, 1))
    expect((await move({ to: 'done' }, 2)).problem.code).toBe('measureEvidenceMissing')
    made(await move({ to: 'done', evidence: 'Protokoll vom 20.12.' }, 2))
    const mine = made(await caseManager.client.call(measureEndpoints.list, { query: { view: 'mine' } }))
    expect(mine.rows[0]).toMatchObject({ id: asked.id, state: 'done' })
    expect(mine.rows[0]!.steps.map(({ to, note }) => [to, note])).toEqual([
      ['recommended', null],
      ['planned', 'Probelauf ab Januar'],
      ['done', null],
    ])
    const told = made(await caseManager.client.call(notificationEndpoints.list))
    expect(told.rows[0]).toMatchObject({ objectKind: 'measure', objectId: asked.id })
    expect(await events(asked.id)).toEqual(['measure.created', 'measure.moved', 'measure.moved'])
  })

  test('is taken up only by who may; groups and offices must exist; the list pages and exports', async () => {
    const taken = { title: 'Neu', state: 'planned' as const }
    const refused = await caseManager.client.call(measureEndpoints.create, { body: taken })
    expect([refused.status, refused.problem.code]).toEqual([403, 'measureOnlyRecommend'])
    const wrong = await coordinator.client.call(measureEndpoints.create, {
      body: { ...taken, committeeId: newId(), organisationId: house.b.town },
    })
    expect(wrong.problem.fields?.map(({ path }) => path)).toEqual(['organisationId', 'committeeId'])
    for (const title of ['Eins', 'Zwei', '=cmd()']) await aMeasure(coordinator, { title })
    const first = made(await caseManager.client.call(measureEndpoints.list, { query: { limit: 2 } }))
    const rest = made(
      await caseManager.client.call(measureEndpoints.list, { query: { limit: 2, after: first.next! } }),
    )
    expect([...first.rows, ...rest.rows].map(({ title }) => title).slice(0, 3)).toEqual([
      '=cmd()',
      'Zwei',
      'Eins',
    ])
    const query = { view: 'all' as const, search: '=CMD' }
    const searched = made(await caseManager.client.call(measureEndpoints.list, { query }))
    expect(searched.rows.map(({ title }) => title)).toEqual(['=cmd()'])
    const csv = await administration.client.call(measureEndpoints.csv)
    expect(csv.bytes.toString()).toContain(`"'=cmd()"`)
    const own = made(await coordinator.client.call(measureEndpoints.list, { query: { view: 'mine' } }))
      .rows[0]!
    const change = { params: { id: own.id }, ifMatch: 1, body: { dueOn: '2026-12-01', function: 'Leitung' } }
    expect(made(await coordinator.client.call(measureEndpoints.change, change))).toMatchObject({
      dueOn: '2026-12-01',
    })
    expect((await coordinator.client.call(measureEndpoints.change, change)).status).toBe(412)
  })
})

describe('every route', () => {
  const specs = Object.values({
    ...paperEndpoints,
    ...Object.fromEntries(Object.entries(agreementEndpoints).map(([key, one]) => [`agreement ${key}`, one])),
    ...Object.fromEntries(Object.entries(measureEndpoints).map(([key, one]) => [`measure ${key}`, one])),
  }) as (typeof paperEndpoints.change)[]
  const bodies: Record<string, object> = {
    'POST /api/interface-papers': { title: 'x' },
    'POST /api/interface-papers/:id/steps': { to: 'inApproval' },
    'POST /api/interface-papers/:id/answers': { partyId: newId(), approval: 'agreed', saidBy: 'Leitung' },
    'PUT /api/interface-papers/:id/theme': { themeId: null },
    'POST /api/interface-papers/:id/reviews': { nextOn: '2027-01-01' },
    'POST /api/interface-papers/:id/comments': { content: 'x' },
    'POST /api/cooperation-agreements': {
      type: 'traeger',
      title: 'x',
      state: 'planned',
      parties: [{ organisationId: newId() }, { organisationId: newId() }],
    },
    'POST /api/measures': { title: 'x' },
    'POST /api/measures/:id/steps': { to: 'declined', note: 'x' },
  }
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    ids['/api/interface-papers'] = (await aPaper(coordinator)).id
    ids['/api/cooperation-agreements'] = (await anAgreement(coordinator)).id!
    ids['/api/measures'] = (await aMeasure(caseManager)).id
  })
  const ask = (who: TestUser | undefined, spec: (typeof specs)[number], wrong = false) => {
    const stem = spec.path.split('/:')[0]!
    const path = spec.path.replace(':id', ids[stem] ?? newId()).replace(':commentId', newId())
    const body = wrong ? { nobody: 'asked' } : (bodies[`${spec.method} ${spec.path}`] ?? {})
    return (who?.client ?? house.anonymous).raw(spec.method, path, {
      ...('body' in spec ? { body } : {}),
      ...('ifMatch' in spec ? { ifMatch: 1 } : {}),
    })
  }
  const named = specs.map((spec) => [`${spec.method} ${spec.path}`, spec] as const)

  test.for(named)('%s: 401, 403, 404 in another tenant, 400', async ([, spec]) => {
    expect((await ask(undefined, spec)).status).toBe(401)
    expect((await ask(partner, spec)).status).toBe(403)
    if (spec.path.includes(':id')) expect((await ask(stranger, spec)).status).toBe(404)
    if ('body' in spec) expect((await ask(coordinator, spec, true)).status).toBe(400)
  })
})
