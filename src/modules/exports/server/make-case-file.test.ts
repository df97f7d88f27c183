import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/contract/ids.ts'
import { createPool, type Pool } from '../../../platform/server/db/pool.ts'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { aCase, type TestCase } from '../../../testing/a-case.ts'
import { aCatalogue } from '../../../testing/a-catalogue.ts'
import { aGivenConsent } from '../../../testing/a-consent.ts'
import { aDocument } from '../../../testing/a-document.ts'
import { aHandout } from '../../../testing/a-handout.ts'
import { aSentReferral } from '../../../testing/a-referral.ts'
import { aGoal, aSignedAgreement, aStep } from '../../../testing/a-plan.ts'
import { anAssessment } from '../../../testing/an-assessment.ts'
import { arrange } from '../../../testing/arrange.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { taskEndpoints } from '../../calendar/index.ts'
import { disclosureEndpoints } from '../../referrals/index.ts'
import { contactEndpoints } from '../../contacts/index.ts'
import { caseFilePartLabels, caseFileParts } from '../contract/case-file-parts.ts'
import { exportEndpoints } from '../contract/exports.ts'
import { exportsJob } from './exports-job.ts'
import { accessEndpoints } from '../../cases/index.ts'

const house = await openHouse()
let jobs: Pool
let manager: TestUser
let overseer: TestUser
let file: TestCase
beforeAll(async () => {
  jobs = createPool(house.urls.jobs, 2)
  await aCatalogue(house, house.a)
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  overseer = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  await arrange.oversight(house, overseer, manager)
  file = await aCase({ responsible: manager, familyName: 'Sonnental', concern: 'KANARIEANLIEGEN' })
  await fill()
})
afterAll(async () => {
  closePdf()
  await jobs.end()
  await house.close()
})

async function fill(): Promise<void> {
  const params = { id: file.id }
  const goal = await aGoal(manager, file.id, {
    wording: 'KANARIEZIEL #eval("1+1") $x$',
    clientWording: 'أريد شقة',
    clientLanguage: 'ar',
    personId: file.personId!,
    lifeDomains: ['housing'],
  })
  await aStep(manager, goal.id, { wording: 'KANARIESCHRITT', dueOn: '2026-12-05' })
  await aSignedAgreement(manager, file.id)
  await anAssessment({ of: file, by: manager, note: 'KANARIEASSESSMENT', summary: 'KANARIESUMME' })
  const consent = await aGivenConsent(manager, file)
  await aSentReferral(manager, file, { concern: 'KANARIEVERWEIS', summary: null })
  await aHandout(manager, file, { consentId: consent.id, title: 'KANARIEPAPIER' })
  const second = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const disclosure = {
    personId: file.personId!,
    ground: 'necessity' as const,
    recipientKind: 'police' as const,
    dataCategories: ['identity' as const],
    reason: 'KANARIEGEFAHR',
    content: 'Hinweis',
    secondUserId: second.id,
  }
  expect((await manager.client.call(disclosureEndpoints.ask, { params, body: disclosure })).status).toBe(201)
  await aDocument(manager, file.id, { name: 'KANARIEDOKUMENT.pdf' })
  const contact = { onDate: '2026-11-20', kind: 'phone', note: 'KANARIENOTIZ', minutes: 47 }
  expect((await manager.client.call(contactEndpoints.create, { params, body: contact })).status).toBe(201)
  const task = { title: 'KANARIEAUFGABE', caseId: file.id }
  expect((await manager.client.call(taskEndpoints.create, { body: task })).status).toBe(201)
}

async function printed(by: TestUser, parts: readonly (typeof caseFileParts)[number][] = caseFileParts) {
  const asked = await by.client.call(exportEndpoints.create, {
    body: { kind: 'caseFile', caseId: file.id, parts: [...parts] },
  })
  await exportsJob(house.pool).run({ pool: jobs, now: Temporal.Instant.from('2026-11-21T09:42:00Z') })
  const { body } = await by.client.call(exportEndpoints.read, { params: { id: asked.body.id } })
  expect(body).toMatchObject({ state: 'done', reason: null })
  return (await by.client.call(exportEndpoints.file, { params: { id: asked.body.id } })).bytes
}

/** The PDF with its compressed streams opened: structure is written in clear there. */
function opened(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('utf8')
    } catch {
      return ''
    }
  })
  return [raw, ...streams].join('\n')
}

const hasPdftotext = existsSync('/usr/bin/pdftotext')
/** As a reader gets it: text in reading order, one line. */
const read = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s+/g, ' ')

describe('the printed file', () => {
  let pdf: Buffer
  beforeAll(async () => {
    pdf = await printed(manager)
  })

  test('is PDF/UA-1, German, tagged, with headings, tables and bookmarks for every part', () => {
    const text = opened(pdf)
    expect(text).toMatch(/pdfuaid:part>1</)
    expect(text).toMatch(/\/Lang\s*\(de\)/)
    expect(text).toMatch(/\/Lang\s*\(ar\)/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    for (const tag of ['H1', 'H2', 'P', 'TH', 'TD', 'TOC'])
      expect(text).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
    const bookmarks = [...text.matchAll(/\/Type\s*\/Outlines[\s\S]{0,200}?\/Count\s*(-?\d+)/g)]
    expect(Math.abs(Number(bookmarks[0]?.[1]))).toBeGreaterThanOrEqual(caseFileParts.length)
  })

  test.runIf(hasPdftotext)('says everything recorded, and hostile text as text', () => {
    const text = read(pdf)
    for (const part of caseFileParts) expect(text).toContain(caseFilePartLabels[part])
    for (const canary of [
      'ANLIEGEN',
      'ZIEL',
      'SCHRITT',
      'ASSESSMENT',
      'SUMME',
      'DOKUMENT',
      'NOTIZ',
      'VERWEIS',
      'PAPIER',
      'GEFAHR',
      'AUFGABE',
    ])
      expect(text).toContain(`KANARIE${canary}`)
    expect(text).toContain('Sonnental')
    expect(text).toContain('#eval("1+1") $x$')
    expect(text).toContain(`Akte ${file.fileNumber}`)
    expect(text).toMatch(/Seite \d+ von \d+/)
    expect(text).toContain('21.11.2026, 10:42')
  })

  test.runIf(hasPdftotext)('leaves out the own minutes (R171) and parts that were not chosen', async () => {
    expect(read(pdf)).not.toContain('47 Min')
    const some = read(await printed(manager, ['facts']))
    expect(some).toContain('KANARIEANLIEGEN')
    expect(some).not.toContain('KANARIENOTIZ')
    expect(some).toContain('Nicht ausgewählt')
  })

  test.runIf(hasPdftotext)(
    'for the oversight: structure without names and without any free text',
    async () => {
      const text = read(await printed(overseer))
      expect(text).toContain(file.fileNumber)
      expect(text).not.toContain('KANARIE')
      expect(text).not.toContain('Sonnental')
      expect(text).toContain('nur, was für Sie einsehbar ist')
    },
  )
})

test.runIf(hasPdftotext)(
  'the client’s access report: every time the oversight could read names or texts, ended ones as well (R010)',
  async () => {
    const params = { id: file.id }
    expect(read(await printed(manager, ['accesses']))).toContain('zu keiner Zeit Zugriff')
    const released = { params, body: { to: overseer.id, parts: ['identity' as const] } }
    const { body } = await manager.client.call(accessEndpoints.release, released)
    await manager.client.call(accessEndpoints.end, { params: { ...params, accessId: body.id } })
    const reason = { reason: 'complaint' as const, parts: ['contactNotes' as const], hours: 1 }
    const opened = await overseer.client.call(accessEndpoints.openForReason, { params, body: reason })
    expect(opened.status).toBe(201)
    const text = read(await printed(manager, ['accesses']))
    for (const word of [
      'Einsicht der Fachaufsicht',
      'Freigabe durch Kim',
      'Namen und Kontakt',
      'Anlass: Beschwerde',
      'Anliegen und Kontakt',
    ])
      expect(text).toContain(word)
  },
)

test('BC-07: a case handed over between asking and making is refused to who asked', async () => {
  const other = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const lost = await aCase({ responsible: manager })
  const { body: asked } = await manager.client.call(exportEndpoints.create, {
    body: { kind: 'caseFile', caseId: lost.id, parts: ['facts'] },
  })
  await house.system(house.a, async (tx) => {
    await tx
      .updateTable('case_assignment')
      .set({ valid_during: '[2026-01-01,2026-01-02)' })
      .where('case_id', '=', lost.id)
      .execute()
    await tx
      .insertInto('case_assignment')
      .values({ id: newId(), case_id: lost.id, user_id: other.id, organisation_id: house.a.kreis })
      .execute()
  })
  await exportsJob(house.pool).run({ pool: jobs, now: Temporal.Now.instant() })
  const { body } = await manager.client.call(exportEndpoints.read, { params: { id: asked.id } })
  expect(body).toMatchObject({ state: 'refused', reason: 'caseHidden', case: null })
})
