import { wordingSectionLabels } from '../contract/wording-labels.ts'
import type { WordingFault } from '../contract/wording.ts'
import { neededPlaceholder, placeholders } from './wording.ts'

/** What is missing, as the administrator reads it. */
export function wordingFaultText({ section, code }: WordingFault): string {
  const label = wordingSectionLabels[section]
  if (code === 'empty') return `${label}: Dieser Abschnitt fehlt.`
  if (code === 'contactMissing')
    return `${label}: Es fehlt, wie man diese Stelle erreicht (Telefon, E-Mail oder Anschrift mit Postleitzahl).`
  return `${label}: Der Platzhalter ${placeholders[neededPlaceholder[section]!]} fehlt. Ohne ihn steht hier nichts zum einzelnen Fall.`
}
