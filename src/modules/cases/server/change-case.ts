import type { z } from 'zod'
import { audit } from '../../../platform/server/audit.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseStale } from '../../../platform/server/http/refusal.ts'
import type { CaseView } from '../contract/case-view.ts'
import type { caseEndpoints } from '../contract/cases.ts'
import { refuseUnknownReferences } from './district-facts.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'
import { readCase } from './screens.ts'
import { saveText, updateCase } from './store.ts'

export type CaseChange = z.output<(typeof caseEndpoints)['change']['body']>

const columns = {
  siteId: 'site_id',
  municipalityId: 'municipality_id',
  language: 'language',
  entryRoute: 'entry_route',
  targetGroup: 'target_group',
  gapMarkers: 'gap_markers',
  urgency: 'urgency',
  secrecy203: 'secrecy_203',
  hardshipUntil: 'hardship_until',
} as const
const texts = ['concern', 'summary', 'clientView'] as const

/** Changes facts of a case: absent fields stay, null clears. */
export async function changeCase(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; version: number; change: CaseChange },
): Promise<CaseView> {
  const { caseId, change } = input
  const file = await lockCaseForWork(tx, caseId)
  if (file.version !== input.version) {
    const current = await readCase(tx, actor, caseId)
    refuseStale(file.version, input.version, () => current)
  }
  await refuseUnknownReferences(tx, change)
  const set = Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => {
      const value = change[field as keyof typeof columns]
      return value === undefined ? [] : [[column, value]]
    }),
  )
  await updateCase(tx, caseId, set)
  for (const kind of texts) {
    const text = change[kind]
    if (text !== undefined) await saveText(tx, caseId, kind, text ?? '')
  }
  await audit(tx, {
    action: 'case.changed',
    objectKind: 'case',
    objectId: caseId,
    caseId,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change) },
  })
  return readCase(tx, actor, caseId)
}
