import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../testing/a-case.ts'
import { aDraftAgreement, aGoal, aStep } from '../../../testing/a-plan.ts'
import { openHouse, type TestUser } from '../../../testing/house.ts'
import { closePdf } from '../../../platform/server/documents/index.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import type { TextLanguage } from '../contract/codes.ts'
import { agreementTexts } from './agreement-texts.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-21T09:42:00Z') })
afterAll(async () => {
  closePdf()
  await house.close()
})

/** The PDF with its compressed streams opened: structure and character maps are written in clear there. */
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

const shownCharacters = (text: string) =>
  new Set(
    [...text.matchAll(/^<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>$/gm)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
    ),
  )

let manager: TestUser
let caseId: string
beforeAll(async () => {
  manager = await house.user(house.a, { roles: [{ role: 'caseManager' }] })
  const file = await aCase({ responsible: manager })
  caseId = file.id
  const goal = await aGoal(manager, caseId, {
    wording: 'Ich möchte #eval("1+1") *eine* Wohnung $x$',
    clientWording: 'أريد شقة',
    clientLanguage: 'ar',
    personId: file.personId!,
  })
  await aStep(manager, goal.id, { dueOn: '2026-12-05' })
})

async function printed(language: TextLanguage | null): Promise<string> {
  const draft = await aDraftAgreement(manager, caseId, language)
  const { bytes, status } = await manager.client.call(agreementEndpoints.pdf, { params: { id: draft.id } })
  expect(status).toBe(200)
  return opened(bytes)
}

describe('the printed agreement', () => {
  test.for([
    ['ar', 'ar'],
    ['ti', 'ti'],
    ['kmr', 'kmr'],
  ] as const)('German and %s: tagged, both languages marked', async ([language, lang]) => {
    const text = await printed(language)
    expect(text).toMatch(/pdfuaid:part>1</)
    expect(text).toMatch(/\/Lang\s*\(de\)/)
    expect(text).toMatch(new RegExp(String.raw`/Lang\s*\(${lang}\)`))
    expect(text).toMatch(/\/DisplayDocTitle true/)
    for (const tag of ['H1', 'H2', 'P', 'L', 'LBody']) expect(text).toMatch(new RegExp(`/S\\s*/${tag}\\b`))
  })

  test.for(['ar', 'ti', 'fa', 'uk', 'tr', 'kmr', 'ro', 'bg', 'pl'] as const)(
    'every letter of the fixed texts in %s has a glyph',
    async (language) => {
      const shown = shownCharacters(await printed(language))
      expect(shown).not.toContain('\ufffd')
    },
  )

  test('German alone marks no other language and prints hostile text as text', async () => {
    const text = await printed(null)
    expect(text).not.toMatch(/\/Lang\s*\(ar\)/)
    const shown = shownCharacters(text)
    for (const sign of '#*$"') expect(shown).toContain(sign)
  })

  test('the heading structure has one row for each language', async () => {
    const headings = (text: string) => [...text.matchAll(/\/S\s*\/H2\b/g)].length
    const [alone, both] = [await printed(null), await printed('ar')]
    expect(headings(both)).toBe(2 * headings(alone))
    expect(agreementTexts('ar').words.goalsHeading).not.toBe(agreementTexts('de').words.goalsHeading)
  })
})
