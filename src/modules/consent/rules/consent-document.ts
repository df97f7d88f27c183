import { germanDate, type PlainDate } from '../../../platform/contract/dates.ts'
import type { ConsentLanguage } from '../contract/consent-language.ts'
import type { ConsentView } from '../contract/consents.ts'
import { WordingSection, type WordingSections } from '../contract/wording.ts'
import { fillSection, type Placeholder } from './wording.ts'

/** One row of the printed page: German left, the other language right (null when German stands alone). */
export interface PrintedBlock {
  readonly kind: 'heading' | 'subheading' | 'text' | 'small'
  readonly german: { readonly text: string }
  readonly other: { readonly text: string } | null
}

interface Pair {
  readonly german: string
  readonly other: string | null
}

/** What `consent.typ` prints. */
export interface PrintedConsent {
  readonly title: string
  readonly otherTitle: string | null
  readonly lang: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly district: string
  readonly kiName: string
  readonly fundersNote: string
  readonly blocks: readonly PrintedBlock[]
  readonly signatures: { readonly heading: PrintedBlock; readonly lines: readonly Pair[] } | null
}

/** The other column: its language, the tenant's or the program's text in it, and the program's words where it has any. */
export interface OtherColumn {
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly sections: WordingSections
  readonly language: ConsentLanguage | undefined
}

export interface ConsentParts {
  readonly consent: ConsentView
  readonly fileNumber: string
  readonly district: string
  readonly organisation: string
  readonly kiName: string
  readonly fundersNote: string
  readonly german: ConsentLanguage
  readonly sections: WordingSections
  readonly other: OtherColumn | null
  /** „Fassung 2“; with the remark where nobody has checked the text legally. */
  readonly wording: { readonly label: string; readonly legallyChecked: boolean }
}

/** The text to read and sign, section by section. */
export function consentDocument(parts: ConsentParts): PrintedConsent {
  const { consent, german, other } = parts
  const role = consent.person.minor === true ? 'legalRepresentative' : 'self'
  const pair = (key: keyof ConsentLanguage['words']): Pair => wordsOf(parts, key)
  return {
    ...frame(parts),
    title: german.titles[consent.kind],
    otherTitle: other?.language?.titles[consent.kind] ?? null,
    blocks: [head(parts), ...sectionBlocks(parts, WordingSection.options, 'heading')],
    signatures: {
      heading: block('heading', pair('signaturesHeading')),
      lines: [pair('placeAndDate'), pair(role)],
    },
  }
}

/** What the client keeps: that it was given or withdrawn, what it covers, and how to take it back. */
export function receiptDocument(parts: ConsentParts): PrintedConsent {
  const { consent, german, other } = parts
  const covered = ['recipient', 'purpose', 'dataKinds', 'specialCategories', 'period'] as const
  const open = consent.withdrawnOn === null && consent.endedOn === null
  return {
    ...frame(parts),
    title: german.words.receiptTitle,
    otherTitle: other?.language?.words.receiptTitle ?? null,
    blocks: [
      block('heading', { german: german.titles[consent.kind], other: titleOf(parts) }),
      head(parts),
      ...events(parts),
      block('heading', wordsOf(parts, 'contents')),
      ...sectionBlocks(parts, covered),
      ...sectionBlocks(
        parts,
        open
          ? ['withdrawal', 'withdrawalWays', 'controller', 'protectionOfficer']
          : ['controller', 'protectionOfficer'],
      ),
    ],
    signatures: null,
  }
}

const titleOf = ({ consent, other }: ConsentParts) => other?.language?.titles[consent.kind] ?? null

const frame = ({ district, kiName, fundersNote, other }: ConsentParts) => ({
  district,
  kiName,
  fundersNote,
  lang: other?.lang ?? null,
  direction: other?.direction ?? ('ltr' as const),
})

const block = (kind: PrintedBlock['kind'], { german, other }: Pair): PrintedBlock => ({
  kind,
  german: { text: german },
  other: other === null ? null : { text: other },
})

const wordsOf = ({ german, other }: ConsentParts, key: keyof ConsentLanguage['words']): Pair => ({
  german: german.words[key],
  other: other?.language?.words[key] ?? null,
})

/** File number, person, version of the text; says where it is a draft or legally unchecked. */
function head({ consent, fileNumber, wording, german, other }: ConsentParts): PrintedBlock {
  const line = (words: ConsentLanguage['words']) => [
    `${words.fileNumber}: ${fileNumber}`,
    `${words.person}: ${consent.person.name ?? '…'}`,
    `${words.version}: ${wording.label}`,
    ...(consent.givenOn === null ? [words.draft] : []),
  ]
  const remark = wording.legallyChecked ? [] : ['nicht juristisch geprüft']
  return block('small', {
    german: [...line(german.words), ...remark].join(' · '),
    other: other?.language ? line(other.language.words).join(' · ') : null,
  })
}

function events(parts: ConsentParts): PrintedBlock[] {
  const { givenOn, withdrawnOn, endedOn } = parts.consent
  const dated = (key: 'given' | 'withdrawn' | 'ended', day: PlainDate): PrintedBlock => {
    const { german, other } = wordsOf(parts, key)
    const on = (words: string) => `${words} ${germanDate(day)}.`
    return block('text', { german: on(german), other: other === null ? null : on(other) })
  }
  return [
    ...(givenOn ? [dated('given', givenOn)] : []),
    ...(withdrawnOn
      ? [dated('withdrawn', withdrawnOn), block('text', wordsOf(parts, 'withdrawnEffect'))]
      : endedOn
        ? [dated('ended', endedOn)]
        : [block('text', wordsOf(parts, 'givenEffect'))]),
  ]
}

/** `as`: level of the headings; a page begins with the first level, or it is no PDF/UA. */
function sectionBlocks(
  parts: ConsentParts,
  sections: readonly WordingSection[],
  as: 'heading' | 'subheading' = 'subheading',
): PrintedBlock[] {
  const { german, other } = parts
  const values = valuesIn(parts, german)
  const otherValues = other && valuesIn(parts, other.language)
  return sections.flatMap((section) => {
    const text = parts.sections[section]
    const foreign = other?.sections[section] ?? ''
    if (text === '' && foreign === '') return []
    return [
      block(as, {
        german: german.headings[section],
        other: other?.language?.headings[section] ?? null,
      }),
      block('text', {
        german: fillSection(text, values),
        other: otherValues && foreign !== '' ? fillSection(foreign, otherValues) : null,
      }),
    ]
  })
}

/** What the single consent says, in the words of a language; German where the program has none. */
function valuesIn(parts: ConsentParts, language: ConsentLanguage | undefined): Record<Placeholder, string> {
  const { consent, german, organisation, district } = parts
  const { codes, words } = language ?? german
  const isGerman = codes === german.codes
  const typed = consent.text?.purpose ?? ''
  const purposes = consent.purposes.map((key) => codes.purpose[key]).join('; ')
  const special = consent.specialCategories.map((key) => codes.specialCategory[key])
  return {
    person: consent.person.name ?? '',
    recipient: consent.recipient.label ?? '',
    direction: codes.direction[consent.direction],
    purpose: isGerman
      ? [purposes, typed].filter((part) => part !== '').join(': ')
      : `${purposes} ${words.seeGerman}`,
    data: [
      ...consent.dataCategories.map((key) => codes.dataCategory[key]),
      // Names of the district's own list: German alone.
      ...(isGerman && consent.lifeDomains.length > 0
        ? [`nur zu: ${consent.lifeDomains.map(({ label }) => label).join(', ')}`]
        : []),
    ].join('; '),
    special: special.length === 0 ? words.none : special.join(', '),
    period: `${germanDate(consent.validFrom)} ${words.until} ${germanDate(consent.validTo)}`,
    refusal: isGerman ? (consent.text?.refusalConsequence ?? '') : words.seeGerman,
    organisation,
    district,
  }
}
