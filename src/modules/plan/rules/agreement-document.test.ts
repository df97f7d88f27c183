import { describe, expect, test } from 'vitest'
import type { AgreementSnapshot } from '../contract/agreement.ts'
import { agreementDocument, type AgreementParts } from './agreement-document.ts'
import { goal, plan, step, textsOf } from '../testing/plan-samples.ts'
import { snapshotOf } from './snapshot-of.ts'

const german = textsOf('de')

describe('agreementDocument', () => {
  const snapshot: AgreementSnapshot = snapshotOf(
    plan([
      goal('g1', {
        personId: 'p1',
        targetOn: '2027-05-31',
        steps: [step('s1'), step('s2', { responsible: 'caseManager' })],
      }),
    ]),
  )
  const parts: AgreementParts = {
    snapshot,
    parties: [{ stage: 'named', role: 'client', personId: 'p1', name: 'Amina Beispiel' }],
    state: 'draft',
    number: 1,
    madeOn: '2026-11-21',
    signedOn: null,
    german,
    other: null,
  }
  const allText = (value: AgreementParts) => JSON.stringify(agreementDocument(value))

  test('says that it is voluntary, without sanction, free of charge and can be ended', () => {
    for (const key of ['voluntary', 'noSanction', 'free', 'endAnyTime'] as const) {
      expect(allText(parts)).toContain(german.words[key])
    }
  })

  test('every row has the other language beside it, and the client wording where there is one', () => {
    const other = textsOf('ar')
    const [first] = snapshot.goals
    const withWords = { ...first!, clientWording: 'أريد شقة', clientLanguage: 'ar' }
    const document = agreementDocument({ ...parts, other, snapshot: { ...snapshot, goals: [withWords] } })
    expect(document.direction).toBe('rtl')
    expect(document.blocks.every((block) => block.other !== null)).toBe(true)
    expect(document.blocks.find((block) => block.german.text === 'Ziel g1')?.other?.text).toBe('أريد شقة')
    expect(JSON.stringify(document)).toContain(other.words.seeGerman)
  })

  test('a client wording in a third language says which it is', () => {
    const [first] = snapshot.goals
    const goals = [{ ...first!, clientWording: 'ንገዛ', clientLanguage: 'ti' }]
    const { blocks } = agreementDocument({
      ...parts,
      other: textsOf('ar'),
      snapshot: { ...snapshot, goals },
    })
    expect(blocks.find((block) => block.other?.text === 'ንገዛ')?.other?.lang).toBe('ti')
  })

  test('names stand only where they may be seen; the lines to sign on stay', () => {
    expect(allText({ ...parts, parties: [] })).not.toContain('Amina')
    expect(agreementDocument({ ...parts, parties: [] }).signatures.lines).toHaveLength(2)
  })

  const { words } = german
  const lines = (value: AgreementParts) =>
    agreementDocument(value).blocks.map(({ kind, german: { text } }) => `${kind}: ${text}`)
  const rich: AgreementParts = {
    ...parts,
    parties: [
      { stage: 'named', role: 'client', personId: 'p1', name: 'Amina Beispiel' },
      { stage: 'named', role: 'client', personId: 'p2', name: null },
      { stage: 'named', role: 'caseManager', personId: null, name: 'Kim Muster' },
      { stage: 'signed', role: 'mediator', personId: null, name: 'Sam Probe' },
    ],
    snapshot: snapshotOf(
      plan([
        goal('g1', {
          personId: 'p1',
          targetOn: '2027-05-31',
          steps: [step('s1'), step('s2', { dueOn: null })],
        }),
        goal('g2', {
          text: {
            wording: 'Kurs',
            clientWording: null,
            clientLanguage: null,
            indicator: 'Zertifikat',
            outcomeNote: null,
          },
          steps: [
            step('s3', {
              responsible: 'authority',
              text: { wording: 'Bescheid', clientWording: null, who: 'Amt' },
            }),
          ],
        }),
        goal('g3', { personId: 'p9' }),
      ]),
    ),
  }

  test('is laid out in a fixed order: who, that it is voluntary, goals, what each side does, the copy', () => {
    expect(lines(rich)).toEqual([
      `small: ${words.fileNumber}: TST-2026-1 · ${words.version} 1 · 21.11.2026 · ${words.draft}`,
      `text: ${words.between}`,
      `item: ${words.client}: Amina Beispiel`,
      `item: ${words.caseManager}: Kim Muster, Stadt Musterstadt`,
      `heading: ${words.voluntaryHeading}`,
      ...(['voluntary', 'noSanction', 'free', 'endAnyTime'] as const).map((key) => `text: ${words[key]}`),
      `heading: ${words.goalsHeading}`,
      `subheading: ${words.goal} 1`,
      'text: Ziel g1',
      `small: ${words.forWhom}: Amina Beispiel`,
      `small: ${words.until}: 31.05.2027`,
      `subheading: ${words.goal} 2`,
      'text: Kurs',
      `small: ${words.forWhom}: ${words.wholeFamily}`,
      `small: ${words.indicator}: Zertifikat`,
      `subheading: ${words.goal} 3`,
      'text: Ziel g3',
      `small: ${words.forWhom}: ${words.client}`,
      `heading: ${words.contributionsHeading}`,
      `subheading: ${words.clientContributes}`,
      `item: Schritt s1 (${words.goal} 1 · ${words.until}: 01.12.2026)`,
      `item: Schritt s2 (${words.goal} 1)`,
      `subheading: ${words.caseManagerContributes}`,
      `text: ${words.noStep}`,
      `subheading: ${words.othersContribute}`,
      `item: ${words.authority}, Amt: Bescheid (${words.goal} 2 · ${words.until}: 01.12.2026)`,
      `text: ${words.copy}`,
    ])
  })

  test('is a preview without number, a draft until it is signed, then neither', () => {
    const head = (value: AgreementParts) => lines(value)[0]
    expect(head({ ...rich, number: null })).toBe(`small: ${words.fileNumber}: TST-2026-1 · ${words.draft}`)
    expect(head({ ...rich, state: 'signed' })).toBe(
      `small: ${words.fileNumber}: TST-2026-1 · ${words.version} 1 · 21.11.2026`,
    )
    // Nobody else contributes: then there is no such heading.
    expect(lines(parts).join()).not.toContain(words.othersContribute)
  })

  test('German alone has no other column, two languages have every row twice in the same shape', () => {
    const alone = agreementDocument(rich)
    expect(alone).toMatchObject({ title: words.title, otherTitle: null, lang: null, direction: 'ltr' })
    expect(alone).toMatchObject({
      district: 'Kreis Musterland',
      kiName: 'KI Musterland',
      fundersNote: 'Gefördert',
    })
    expect(alone.blocks.every(({ other }) => other === null)).toBe(true)
    expect(alone.signatures).toMatchObject({ heading: { other: null }, placeAndDate: { other: null } })

    // Laid out with German as the second language both columns must read the same, but for what only people typed.
    const twice = agreementDocument({ ...rich, state: 'signed', signedOn: '2026-11-21', other: german })
    const typed = new Set(['Ziel g1', 'Kurs', 'Ziel g3'])
    for (const { kind, german: left, other } of twice.blocks) {
      if (typed.has(left.text)) expect(other).toEqual({ text: words.seeGerman })
      else if (left.text.startsWith(words.indicator))
        expect(other!.text).toBe(`${words.indicator}: ${words.seeGerman}`)
      else if (kind === 'item')
        expect(other!.text).toBe(left.text.replace(/Schritt s\d|Bescheid/, words.seeGerman))
      else expect(other).toEqual(left)
    }
    expect(twice).toMatchObject({ otherTitle: words.title, lang: german.lang })
    expect(twice.signatures).toEqual({
      heading: {
        kind: 'heading',
        german: { text: words.signaturesHeading },
        other: { text: words.signaturesHeading },
      },
      placeAndDate: { german: words.placeAndDate, other: words.placeAndDate },
      lines: [{ german: words.mediator, other: words.mediator, name: 'Sam Probe' }],
      signed: {
        kind: 'text',
        german: { text: `${words.signedOn} 21.11.2026` },
        other: { text: `${words.signedOn} 21.11.2026` },
      },
    })
  })

  test('the lines to sign on: who signed, else who is named, else the roles', () => {
    const under = (parties: AgreementParts['parties']) =>
      agreementDocument({ ...rich, parties }).signatures.lines.map(({ german: role, name }) => [role, name])
    expect(under(rich.parties)).toEqual([[words.mediator, 'Sam Probe']])
    expect(under(rich.parties.slice(0, 1))).toEqual([[words.client, 'Amina Beispiel']])
    expect(under([])).toEqual([
      [words.client, null],
      [words.caseManager, null],
    ])
    expect(agreementDocument({ ...rich, signedOn: '2026-11-21' }).signatures.signed).toBeNull()
  })

  test('a wording in the language of the column or of nobody knows which carries none of its own', () => {
    const [first] = rich.snapshot.goals
    for (const clientLanguage of ['ar', null] as const) {
      const goals = [{ ...first!, clientWording: 'شقة', clientLanguage }]
      const { blocks } = agreementDocument({
        ...rich,
        other: textsOf('ar'),
        snapshot: { ...rich.snapshot, goals },
      })
      expect(blocks.find(({ other }) => other?.text === 'شقة')?.other).toEqual({ text: 'شقة' })
    }
  })

  test('a signed version says when', () => {
    const signed = agreementDocument({ ...parts, state: 'signed', signedOn: '2026-11-21' })
    expect(signed.signatures.signed?.german.text).toContain('21.11.2026')
    expect(agreementDocument(parts).signatures.signed).toBeNull()
  })
})
