import { useState, type ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Menu, type MenuItem } from '../../../../platform/web/ui/menu.tsx'
import { openProblem } from '../../../barriers/web/index.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { HandoverDialog } from './handover-dialog.tsx'
import { IntensityDialog } from './intensity-dialog.tsx'
import { ReopeningDialog } from './reopening-dialog.tsx'

type Open = 'intensity' | 'handOver' | 'reopen'

/** „Mehr“: what is done seldom. Only what the person may do. */
export function CaseMenu({ file }: { file: CaseView }): ReactElement | null {
  const { rights } = useApp().session
  const [open, setOpen] = useState<Open>()
  const may = (action: CaseView['can'][number]) => file.can.includes(action)
  const close = () => setOpen(undefined)
  const items: MenuItem[] = [
    ...(may('edit')
      ? [{ label: 'Angaben ändern', icon: 'edit' as const, to: `/faelle/${file.id}/angaben` }]
      : []),
    ...(may('persons')
      ? [{ label: 'Person hinzufügen', icon: 'person' as const, to: `/faelle/${file.id}/personen/neu` }]
      : []),
    ...(may('edit') && rights.has('problem.write')
      ? [
          {
            label: 'Hürde melden',
            icon: 'alert' as const,
            onSelect: () => openProblem({ caseId: file.id }),
          },
        ]
      : []),
    ...(may('intensity')
      ? [{ label: 'Intensität ändern', icon: 'chart' as const, onSelect: () => setOpen('intensity') }]
      : []),
    ...(may('handOver')
      ? [{ label: 'Fall übergeben', icon: 'share' as const, onSelect: () => setOpen('handOver') }]
      : []),
    ...(file.access.identity
      ? [{ label: 'Bildschirm teilen', icon: 'eye' as const, to: `/teilen/${file.id}` }]
      : []),
    ...(rights.has('export.own')
      ? [{ label: 'Akte drucken', icon: 'print' as const, to: `/ausgaben/akte/${file.id}` }]
      : []),
    ...(may('close')
      ? [
          {
            label: 'Fall abschließen',
            icon: 'check' as const,
            to: `/faelle/${file.id}/abschluss`,
            separated: true,
          },
        ]
      : []),
    ...(may('reopen')
      ? [{ label: 'Fall wieder aufnehmen', icon: 'refresh' as const, onSelect: () => setOpen('reopen') }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Menu label="Mehr" icon="more" align="end" items={items} />
      {open === 'intensity' && <IntensityDialog file={file} onClose={close} />}
      {open === 'handOver' && <HandoverDialog file={file} onClose={close} />}
      {open === 'reopen' && <ReopeningDialog caseId={file.id} onClose={close} />}
    </>
  )
}
