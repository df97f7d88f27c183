import type { Missing, Standstill } from '../rules/theme-path.ts'
import { themeTexts } from './texts.ts'

const names: Readonly<Record<Missing, string>> = {
  reason: 'die Begründung',
  manyCases: 'die Begründung, warum ein einzelner Fall genügt',
  singleReason: 'die Begründung, warum ein einzelner Fall genügt',
  targetGroupView: 'die Sicht der Zielgruppe',
  organisationsAsked: 'die Frage an die genannten Stellen',
  format: 'das Arbeitsformat',
  priority: 'die Priorität',
  committee: 'das Gremium',
  solution: 'die Lösung',
  resubmitOn: 'der Tag der Wiedervorlage',
  effect: 'die Wirkung',
  decidedOn: 'der Tag der Entscheidung',
}

/** Why a decision has not moved the theme, in a sentence or two. */
export function standstillWords(still: Standstill): string {
  const first = 'Der Beschluss hat das Thema nicht bewegt'
  if (still.move === null) return `${first}. ${themeTexts[still.blocked]!}`
  if (still.missing.length === 0) {
    return `Was dem Beschluss fehlte, steht jetzt beim Thema. Offen ist noch der Schritt „${still.move.label}“.`
  }
  const list = still.missing.map((missing) => names[missing])
  return `${first}: es ${list.length === 1 ? 'fehlt' : 'fehlen'} ${new Intl.ListFormat('de').format(list)}.`
}
