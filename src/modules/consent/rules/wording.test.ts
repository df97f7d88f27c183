import { describe, expect, test } from 'vitest'
import type { ConsentView } from '../contract/consents.ts'
import { WordingSection, WordingSections } from '../contract/wording.ts'
import { consentLanguage, german, shippedLanguages } from '../server/consent-languages.ts'
import { consentDocument, receiptDocument, type ConsentParts } from './consent-document.ts'
import { wordingFaultText } from './wording-fault-text.ts'
import { fillSection, placeholders, wordingFaults } from './wording.ts'

const complete: WordingSections = {
  ...german.wording.consent,
  controller: 'Kreis Musterland, Telefon 01234 567890',
  protectionOfficer: 'datenschutz@example.org',
}

describe('what a text lacks', () => {
  test.each([
    ['nothing', {}, []],
    ['an introduction is not needed', { introduction: '' }, []],
    ['the recipient', { recipient: '' }, ['recipient empty']],
    ['the recipient of the single case', { recipient: 'Eine Stelle.' }, ['recipient placeholderMissing']],
    ['the purpose', { purpose: 'Alles Mögliche.' }, ['purpose placeholderMissing']],
    ['the data', { dataKinds: ' ' }, ['dataKinds empty']],
    ['special categories', { specialCategories: 'Alles.' }, ['specialCategories placeholderMissing']],
    ['the period', { period: 'Immer.' }, ['period placeholderMissing']],
    ['voluntariness', { voluntary: '' }, ['voluntary empty']],
    ['the consequence', { refusal: '' }, ['refusal empty']],
    ['the right to withdraw', { withdrawal: '' }, ['withdrawal empty']],
    ['how to withdraw', { withdrawalWays: '' }, ['withdrawalWays empty']],
    ['a way to the controller', { controller: 'Der Kreis.' }, ['controller contactMissing']],
    ['a way to the officer', { protectionOfficer: 'Gibt es.' }, ['protectionOfficer contactMissing']],
    ['several, in order', { purpose: '', voluntary: '' }, ['purpose empty', 'voluntary empty']],
  ])('%s', (_, part, faults) => {
    const found = wordingFaults({ ...complete, ...part })
    expect(found.map(({ section, code }) => `${section} ${code}`)).toEqual(faults)
    for (const fault of found) expect(wordingFaultText(fault)).toMatch(/^\p{L}.*\.$/u)
  })
  test.each(shippedLanguages)('the default in %s lacks the contacts and nothing else', (language) => {
    for (const sections of Object.values(consentLanguage(language)!.wording)) {
      expect(wordingFaults(sections).map(({ code }) => code)).toEqual(['contactMissing', 'contactMissing'])
    }
  })
})

test('placeholders are filled wherever they stand; what is unknown stays a visible gap', () => {
  const values = Object.fromEntries(Object.keys(placeholders).map((key) => [key, ''])) as Record<
    keyof typeof placeholders,
    string
  >
  expect(fillSection('[Zweck] und [Zweck] bei [Empfänger]', { ...values, purpose: 'A' })).toBe(
    'A und A bei …',
  )
})

const consent = {
  kind: 'consent',
  person: { id: 'x', name: 'Amina Beispiel', minor: false },
  direction: 'toRecipient',
  recipient: { kind: 'other', label: 'Wohnungsgesellschaft' },
  purposes: ['housing'],
  dataCategories: ['identity', 'household'],
  specialCategories: [],
  lifeDomains: [{ key: 'housing', label: 'Wohnsituation' }],
  validFrom: '2026-11-21',
  validTo: '2027-11-20',
  givenOn: null,
  withdrawnOn: null,
  endedOn: null,
  text: { purpose: 'Bewerbung um vier Zimmer', refusalConsequence: 'Dann suchen Sie selbst.' },
} as unknown as ConsentView
const arabic = consentLanguage('ar')!
const parts = (part: Partial<ConsentView> = {}, more: Partial<ConsentParts> = {}): ConsentParts => ({
  consent: { ...consent, ...part },
  fileNumber: 'WES-2026-0001',
  district: 'Kreis Musterland',
  organisation: 'KI Musterland',
  kiName: 'KI',
  fundersNote: '',
  german,
  sections: complete,
  other: { lang: 'ar', direction: 'rtl', sections: arabic.wording.consent, language: arabic },
  wording: { label: 'Fassung 2', legallyChecked: false },
  ...more,
})
const read = (document: ReturnType<typeof consentDocument>) =>
  document.blocks.map(({ german: left }) => left.text).join('\n')

describe('the printed text', () => {
  test('has every section in both languages, filled from the single case', () => {
    const document = consentDocument(parts())
    const text = read(document)
    for (const section of WordingSection.options) expect(text).toContain(german.headings[section])
    expect(text).toContain('Wohnung suchen oder sichern: Bewerbung um vier Zimmer')
    expect(text).toContain('nur zu: Wohnsituation')
    expect(text).toContain('21.11.2026 bis 20.11.2027')
    expect(text).toContain('weitergegeben werden dürfen: keine')
    expect(text).toContain('Dann suchen Sie selbst.')
    expect(text).toMatch(/Fassung: Fassung 2 · Entwurf, noch nicht erteilt · nicht juristisch geprüft/)
    expect(text).not.toMatch(/\[\p{L}/u)
    const foreign = document.blocks.map(({ other }) => other?.text ?? '').join('\n')
    expect(foreign).toContain(arabic.codes.purpose.housing)
    expect(foreign).not.toContain('Bewerbung')
    expect(document).toMatchObject({ lang: 'ar', direction: 'rtl', otherTitle: arabic.titles.consent })
  })
  test('for a child the legal representative signs', () => {
    const minor = { ...consent.person, minor: true }
    const { signatures } = consentDocument(parts({ person: minor }))
    expect(signatures!.lines[1]!.german).toBe(german.words.legalRepresentative)
  })
  test('a language the program has no words for prints the tenant’s text beside German headings', () => {
    const other = { lang: 'fr', direction: 'ltr' as const, sections: complete, language: undefined }
    const document = consentDocument(parts({}, { other }))
    expect(document.otherTitle).toBeNull()
    const filled = document.blocks.filter((block) => block.other !== null)
    expect(filled.every((block) => block.kind === 'text')).toBe(true)
    expect(filled.length).toBeGreaterThan(8)
  })
})

describe('the receipt', () => {
  test('of what was given says how to take it back', () => {
    const document = receiptDocument(parts({ givenOn: '2026-11-21' }))
    expect(read(document)).toMatch(/gegeben am 21\.11\.2026\.\nSie können die Erklärung jederzeit widerrufen/)
    expect(read(document)).toContain(german.headings.withdrawalWays)
    expect(document.signatures).toBeNull()
  })
  test('of a withdrawal says since when, and no longer how', () => {
    const text = read(receiptDocument(parts({ givenOn: '2026-11-01', withdrawnOn: '2026-11-21' })))
    expect(text).toContain('widerrufen am 21.11.2026.')
    expect(text).not.toContain(german.headings.withdrawalWays)
  })
  test('of one that ended with the case', () => {
    const text = read(receiptDocument(parts({ givenOn: '2026-11-01', endedOn: '2026-11-20' })))
    expect(text).toContain('nicht mehr seit dem 20.11.2026.')
  })
})
