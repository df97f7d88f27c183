import { expect, test } from 'vitest'
import type { ExportView } from '../contract/exports.ts'
import { progressWords } from './progress-words.ts'

test.for([
  [{ kind: 'caseFile', state: 'waiting', done: 0, total: null }, 'wartet, bis es losgeht'],
  [{ kind: 'caseFile', state: 'running', done: 0, total: null }, 'wird gelesen'],
  [{ kind: 'caseFile', state: 'running', done: 3, total: 12 }, '3 von 11 Teilen'],
  [{ kind: 'caseFile', state: 'running', done: 11, total: 12 }, 'wird gesetzt'],
  [{ kind: 'cases', state: 'running', done: 0, total: null }, 'wird gelesen'],
  [{ kind: 'cases', state: 'running', done: 1, total: null }, '1 Zeile'],
  [{ kind: 'tasks', state: 'running', done: 500, total: null }, '500 Zeilen'],
] as const)('%j is said as „%s“', ([view, words]) => {
  expect(progressWords(view as unknown as ExportView)).toBe(words)
})
