import { useState, type ReactElement } from 'react'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import type { CaseView } from '../../contract/case-view.ts'
import { AccessDialog } from './access-dialog.tsx'

const opened: Partial<Record<CaseView['access']['basis'], string>> = {
  deputy: 'Sie vertreten',
  oversight: 'Fachaufsicht: nur strukturierte Daten',
  release: 'für Sie freigegeben',
  teamConsent: 'Sie lesen mit Einwilligung',
  reason: 'aus festgehaltenem Grund geöffnet',
}

/** Who is responsible, where, who stands in; and who else sees the case. */
export function ResponsibleLine({ file }: { file: CaseView }): ReactElement {
  const [asking, setAsking] = useState(false)
  const { basis, until } = file.access
  const deputies = file.deputies.map(({ name }) => name).join(', ')
  return (
    <>
      <span>zuständig: {file.responsible.name}</span>
      {file.site && <span>Standort {file.site.name}</span>}
      <span>Vertretung: {deputies || '–'}</span>
      {opened[basis] && (
        <span>
          {opened[basis]}
          {until && basis !== 'oversight' && ` bis ${formatInstant(until)}`}
        </span>
      )}
      <Button size="small" variant="tertiary" icon="eye" onClick={() => setAsking(true)}>
        Wer sieht diesen Fall?
      </Button>
      {asking && <AccessDialog file={file} onClose={() => setAsking(false)} />}
    </>
  )
}
