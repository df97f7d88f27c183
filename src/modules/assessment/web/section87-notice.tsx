import type { ReactElement } from 'react'

import { Notice } from '../../../platform/web/ui/notice.tsx'

/** Stands at the life domains that residence and benefits belong to (law.md, § 87 Abs. 2 AufenthG). */
export function Section87Notice(): ReactElement {
  return (
    <Notice title="Nur festhalten, was die Beratung braucht" source="§ 87 Abs. 2 AufenthG">
      Öffentliche Stellen können verpflichtet sein, die Ausländerbehörde zu unterrichten, etwa über einen
      Aufenthalt ohne Titel, über bestimmte Leistungen nach SGB II oder SGB XII oder über eine Ausreise.
      Schreiben Sie dazu hier nichts auf, was Sie für die Beratung nicht brauchen.
    </Notice>
  )
}
