import { expect, test } from 'vitest'
import { receivedSentence, receivedTone } from './received-words.ts'

test.for([
  ['sent', true, 'wartet auf Ihre Antwort', 'warning'],
  ['sent', false, 'nicht mehr freigegeben', 'neutral'],
  ['accepted', true, 'angenommen am 21.11.2026', 'success'],
  ['running', true, 'läuft seit 21.11.2026', 'success'],
  ['running', false, 'nicht mehr freigegeben', 'neutral'],
  ['completed', false, 'abgeschlossen am 21.11.2026', 'neutral'],
  ['withdrawn', false, 'zurückgezogen am 21.11.2026', 'neutral'],
] as const)('%s, open %s: %s, %s', ([state, open, words, tone]) => {
  const facts = { state, open, stateOn: '2026-11-21' }
  expect([receivedSentence(facts), receivedTone(facts)]).toEqual([words, tone])
})
