import type { ReactElement } from 'react'
import { Notice } from '../../../platform/web/ui/notice.tsx'

/** Stands beside every field about residence, benefits and departure. */
export function Section87Notice(): ReactElement {
  return (
    <Notice title="Vorsicht bei Angaben zum Aufenthalt" source="§ 87 AufenthG; § 88 AufenthG; § 203 StGB">
      Öffentliche Stellen müssen der Ausländerbehörde unter Umständen mitteilen, was sie über einen Aufenthalt
      ohne Aufenthaltsrecht, über Leistungen oder über eine Ausreise erfahren. Fragen Sie nur, was Sie für die
      Beratung brauchen, und informieren Sie die Person vorher. Im Zweifel beraten Sie ohne Namen oder
      verweisen an eine nicht öffentliche Stelle. Die Ausländerbehörde sieht diese Angaben nicht.
    </Notice>
  )
}
