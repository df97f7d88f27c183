import { WordingSection, type WordingFault, type WordingSections } from '../contract/wording.ts'

/** Stands for what the single consent says. The same words in every language, so that the check can find them. */
export const placeholders = {
  person: '[Person]',
  recipient: '[Empfänger]',
  direction: '[Richtung]',
  purpose: '[Zweck]',
  data: '[Angaben]',
  special: '[besondere Angaben]',
  period: '[Zeitraum]',
  refusal: '[Folgen]',
  organisation: '[Stelle]',
  district: '[Kreis]',
} as const
export type Placeholder = keyof typeof placeholders

/** The placeholder without which a section would say nothing about the single case. */
export const neededPlaceholder: Readonly<Partial<Record<WordingSection, Placeholder>>> = {
  recipient: 'recipient',
  purpose: 'purpose',
  dataKinds: 'data',
  specialCategories: 'special',
  period: 'period',
}

/** An address of mail, a number of a telephone or a house with its post code: something one can use. */
const contact = /@|\d{4,}/

/**
 * What a text lacks to be valid, in the order of its sections: recipient, purpose, kinds of data, special categories
 * expressly, period, voluntariness, consequence of a refusal, right to withdraw and how, contact of controller and of
 * the data protection officer (Art. 4 Nr. 11, 7, 9 and 13 GDPR, § 67b Abs. 2 SGB X). It sees that something stands
 * there, never whether it is right: that is for the lawyer.
 */
export function wordingFaults(sections: WordingSections): WordingFault[] {
  return WordingSection.options.flatMap((section): WordingFault[] => {
    const text = sections[section].trim()
    if (section === 'introduction') return []
    if (text === '') return [{ section, code: 'empty' }]
    const needed = neededPlaceholder[section]
    if (needed && !text.includes(placeholders[needed])) return [{ section, code: 'placeholderMissing' }]
    const asksContact = section === 'controller' || section === 'protectionOfficer'
    return asksContact && !contact.test(text) ? [{ section, code: 'contactMissing' }] : []
  })
}

/** A section with the placeholders filled; what has no value stays visible as a gap. */
export function fillSection(text: string, values: Readonly<Record<Placeholder, string>>): string {
  let filled = text
  for (const [key, token] of Object.entries(placeholders) as [Placeholder, string][])
    filled = filled.replaceAll(token, values[key] === '' ? '…' : values[key])
  return filled
}
