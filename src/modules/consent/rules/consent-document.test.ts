import { describe, expect, test } from 'vitest'
import type { ConsentView } from '../contract/consents.ts'
import { WordingSection, type WordingSections } from '../contract/wording.ts'
import { consentLanguage, german } from '../server/consent-languages.ts'
import { consentDocument, receiptDocument, type ConsentParts, type PrintedBlock } from './consent-document.ts'
import { placeholders } from './wording.ts'

const arabic = consentLanguage('ar')!
const nothing = Object.fromEntries(WordingSection.options.map((key) => [key, ''])) as WordingSections
const everything = Object.values(placeholders).join('|')
const consent = {
  kind: 'consent',
  person: { id: 'x', name: 'Amina Beispiel', minor: false },
  direction: 'toRecipient',
  recipient: { kind: 'other', label: 'Wohnungsgesellschaft' },
  purposes: ['housing', 'benefit'],
  dataCategories: ['identity', 'household'],
  specialCategories: ['health', 'religion'],
  lifeDomains: [
    { key: 'housing', label: 'Wohnen' },
    { key: 'income', label: 'Lebensunterhalt' },
  ],
  validFrom: '2026-11-21',
  validTo: '2027-11-20',
  givenOn: null,
  withdrawnOn: null,
  endedOn: null,
  text: { purpose: 'Vier Zimmer', refusalConsequence: 'Dann suchen Sie selbst.' },
} as unknown as ConsentView
const other = {
  lang: 'ar',
  direction: 'rtl' as const,
  sections: { ...nothing, introduction: everything, withdrawal: 'C' },
  language: arabic,
}
const parts = (part: Partial<ConsentView> = {}, more: Partial<ConsentParts> = {}): ConsentParts => ({
  consent: { ...consent, ...part } as ConsentView,
  fileNumber: 'WES-1',
  district: 'Kreis Musterland',
  organisation: 'KI Musterland',
  kiName: 'KI',
  fundersNote: 'Gefördert',
  german,
  sections: { ...nothing, introduction: everything, purpose: 'B' },
  other,
  wording: { label: 'Fassung 2', legallyChecked: false },
  ...more,
})
const block = (kind: PrintedBlock['kind'], left: string, right: string | null): PrintedBlock => ({
  kind,
  german: { text: left },
  other: right === null ? null : { text: right },
})
const words = (kind: PrintedBlock['kind'], key: keyof typeof german.words) =>
  block(kind, german.words[key], arabic.words[key])
const heading = (kind: PrintedBlock['kind'], key: WordingSection) =>
  block(kind, german.headings[key], arabic.headings[key])
const { codes: de, words: w } = german
const { codes: ar, words: aw } = arabic

const germanValues = [
  'Amina Beispiel',
  'Wohnungsgesellschaft',
  de.direction.toRecipient,
  `${de.purpose.housing}; ${de.purpose.benefit}: Vier Zimmer`,
  `${de.dataCategory.identity}; ${de.dataCategory.household}; nur zu: Wohnen, Lebensunterhalt`,
  `${de.specialCategory.health}, ${de.specialCategory.religion}`,
  `21.11.2026 ${w.until} 20.11.2027`,
  'Dann suchen Sie selbst.',
  'KI Musterland',
  'Kreis Musterland',
]

describe('the text to sign', () => {
  test('German left, the other language right, only the sections that say something', () => {
    const arabicValues = [
      ...germanValues.slice(0, 2),
      ar.direction.toRecipient,
      `${ar.purpose.housing}; ${ar.purpose.benefit} ${aw.seeGerman}`,
      `${ar.dataCategory.identity}; ${ar.dataCategory.household}`,
      `${ar.specialCategory.health}, ${ar.specialCategory.religion}`,
      `21.11.2026 ${aw.until} 20.11.2027`,
      aw.seeGerman,
      ...germanValues.slice(8),
    ]
    const line = (one: typeof w) =>
      `${one.fileNumber}: WES-1 · ${one.person}: Amina Beispiel · ${one.version}: Fassung 2 · ${one.draft}`
    expect(consentDocument(parts())).toEqual({
      district: 'Kreis Musterland',
      kiName: 'KI',
      fundersNote: 'Gefördert',
      lang: 'ar',
      direction: 'rtl',
      title: german.titles.consent,
      otherTitle: arabic.titles.consent,
      blocks: [
        block('small', `${line(w)} · nicht juristisch geprüft`, line(aw)),
        heading('heading', 'introduction'),
        block('text', germanValues.join('|'), arabicValues.join('|')),
        heading('heading', 'purpose'),
        block('text', 'B', null),
        heading('heading', 'withdrawal'),
        block('text', '', 'C'),
      ],
      signatures: {
        heading: words('heading', 'signaturesHeading'),
        lines: [
          { german: w.placeAndDate, other: aw.placeAndDate },
          { german: w.self, other: aw.self },
        ],
      },
    })
  })

  test('German alone', () => {
    const document = consentDocument(parts({ givenOn: '2026-11-21' }, { other: null }))
    expect(document).toMatchObject({ lang: null, direction: 'ltr', otherTitle: null })
    expect(document.blocks.map(({ other: right }) => right)).toEqual(document.blocks.map(() => null))
    expect(document.blocks[0]!.german.text).toBe(
      `${w.fileNumber}: WES-1 · ${w.person}: Amina Beispiel · ${w.version}: Fassung 2 · nicht juristisch geprüft`,
    )
    expect(document.signatures!.lines.map(({ other: right }) => right)).toEqual([null, null])
  })

  test('in a language of the tenant alone the values stay German', () => {
    const french = { ...other, lang: 'fr', direction: 'ltr' as const, language: undefined }
    const checked = { label: 'Fassung 3', legallyChecked: true }
    const { otherTitle, blocks } = consentDocument(parts({}, { other: french, wording: checked }))
    expect(otherTitle).toBeNull()
    expect(blocks[0]).toEqual(
      block(
        'small',
        `${w.fileNumber}: WES-1 · ${w.person}: Amina Beispiel · ${w.version}: Fassung 3 · ${w.draft}`,
        null,
      ),
    )
    expect(blocks[1]).toEqual(block('heading', german.headings.introduction, null))
    expect(blocks[2]).toEqual(block('text', germanValues.join('|'), germanValues.join('|')))
  })

  test('what nobody knows yet stays a gap', () => {
    const open = {
      person: { id: 'x', name: null, minor: null },
      recipient: { kind: 'other', label: null },
      specialCategories: [],
      lifeDomains: [],
      text: null,
    } as unknown as Partial<ConsentView>
    const { blocks } = consentDocument(parts(open, { other: null }))
    expect(blocks[0]!.german.text).toContain(`${w.person}: … · `)
    expect(blocks[2]!.german.text.split('|')).toEqual([
      '…',
      '…',
      germanValues[2],
      `${de.purpose.housing}; ${de.purpose.benefit}`,
      `${de.dataCategory.identity}; ${de.dataCategory.household}`,
      w.none,
      germanValues[6],
      '…',
      ...germanValues.slice(8),
    ])
    const onlyTyped = consentDocument(parts({ purposes: [] }, { other: null }))
    expect(onlyTyped.blocks[2]!.german.text).toContain('|Vier Zimmer|')
  })
})

describe('the receipt', () => {
  const short = {
    ...nothing,
    introduction: 'A',
    period: 'P',
    withdrawal: 'R',
    withdrawalWays: 'S',
    controller: 'T',
    protectionOfficer: 'U',
  }
  const shown = (part: Partial<ConsentView>) =>
    receiptDocument(parts(part, { sections: short, other: { ...other, sections: nothing } })).blocks.slice(2)
  const section = (key: WordingSection, text: string) => [
    heading('subheading', key),
    block('text', text, null),
  ]
  const ways = [...section('withdrawal', 'R'), ...section('withdrawalWays', 'S')]
  const end = [...section('controller', 'T'), ...section('protectionOfficer', 'U')]
  const on = (key: 'given' | 'withdrawn' | 'ended', day: string) =>
    block('text', `${w[key]} ${day}.`, `${aw[key]} ${day}.`)
  const covers = [words('heading', 'contents'), ...section('period', 'P')]
  const given = on('given', '01.11.2026')

  test('begins with its title and what it is about', () => {
    const document = receiptDocument(parts({ givenOn: '2026-11-01' }))
    expect(document).toMatchObject({
      title: w.receiptTitle,
      otherTitle: aw.receiptTitle,
      lang: 'ar',
      signatures: null,
    })
    expect(document.blocks[0]).toEqual(block('heading', german.titles.consent, arabic.titles.consent))
    expect(document.blocks[1]!.kind).toBe('small')
    const alone = receiptDocument(parts({ givenOn: '2026-11-01' }, { other: null }))
    expect([alone.otherTitle, alone.blocks[0]!.other, alone.blocks[2]!.other]).toEqual([null, null, null])
  })

  test('of a draft, of what holds, of what was withdrawn, of what ended with the case', () => {
    expect(shown({})).toEqual([words('text', 'givenEffect'), ...covers, ...ways, ...end])
    expect(shown({ givenOn: '2026-11-01' })).toEqual([
      given,
      words('text', 'givenEffect'),
      ...covers,
      ...ways,
      ...end,
    ])
    expect(shown({ givenOn: '2026-11-01', withdrawnOn: '2026-11-21' })).toEqual([
      given,
      on('withdrawn', '21.11.2026'),
      words('text', 'withdrawnEffect'),
      ...covers,
      ...end,
    ])
    expect(shown({ givenOn: '2026-11-01', endedOn: '2026-11-20' })).toEqual([
      given,
      on('ended', '20.11.2026'),
      ...covers,
      ...end,
    ])
  })
})
