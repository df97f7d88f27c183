import { readFileSync } from 'node:fs'
import { AgreementTexts } from '../contract/agreement-texts.ts'
import type { PlanGoal, PlanStep } from '../contract/plan.ts'
import type { Agreeable } from '../rules/snapshot-of.ts'

export const textsOf = (language: string): AgreementTexts =>
  AgreementTexts.parse(
    JSON.parse(readFileSync(new URL(`../texts/${language}.json`, import.meta.url), 'utf8')),
  )
export const step = (id: string, change: Partial<PlanStep> = {}, wording = `Schritt ${id}`): PlanStep => ({
  id,
  goalId: 'g1',
  responsible: 'client',
  organisation: null,
  dueOn: '2026-12-01',
  state: 'open',
  stateOn: '2026-11-21',
  text: { wording, clientWording: null, who: null },
  version: 1,
  ...change,
})

export const goal = (id: string, change: Partial<PlanGoal> = {}, wording = `Ziel ${id}`): PlanGoal => ({
  id,
  personId: null,
  lifeDomains: ['housing'],
  targetOn: null,
  state: 'open',
  droppedReason: null,
  stateOn: '2026-11-21',
  setInEpisode: 1,
  text: { wording, clientWording: null, clientLanguage: null, indicator: null, outcomeNote: null },
  steps: [],
  version: 1,
  ...change,
})

export const plan = (goals: PlanGoal[]): Agreeable => ({
  goals,
  fileNumber: 'TST-2026-1',
  lifeDomains: [{ key: 'housing', label: 'Wohnsituation' }],
  printed: { district: 'Kreis Musterland', kiName: 'KI Musterland', fundersNote: 'Gefördert' },
  caseManager: { organisation: 'Stadt Musterstadt' },
})
