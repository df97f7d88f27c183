import { useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import type { ListRequest } from './column-choices.ts'
import { ListExport } from './list-export.tsx'

const labels = {
  cases: 'Liste ausgeben',
  contacts: 'Kontakte ausgeben',
  tasks: 'Aufgaben ausgeben',
} as const

/** Slot `list-action`: a button beside a list that takes it out as a file, with the filter it is shown with. */
export default function ListAction({ list }: { list: ListRequest }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="tertiary" icon="download" onClick={() => setOpen(true)}>
        {labels[list.kind]}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={labels[list.kind]} wide>
        <ListExport list={list} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
