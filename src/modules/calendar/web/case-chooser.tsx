import { useId, type ReactElement } from 'react'

import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { contactEndpoints } from '../../contacts/index.ts'

interface CaseChooserProps {
  value: string
  onChange: (caseId: string) => void
  label?: string
}

/** One of the cases the person works, by name or file number. The list stays on the device while one types. */
export function CaseChooser({ value, onChange, label = 'Fall' }: CaseChooserProps): ReactElement {
  const id = useId()
  const view = useView(contactEndpoints.cases)
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  if (view.data.rows.length === 0)
    return (
      <p className="kern-body">Sie haben zurzeit keinen offenen Fall. Ein Fall beginnt mit der Aufnahme.</p>
    )
  const options = view.data.rows.map((row) => ({
    value: row.id,
    label: [row.name ?? 'ohne Namen', row.birthYear, row.fileNumber].filter(Boolean).join(' · '),
  }))
  return (
    <Combobox
      id={id}
      label={label}
      hint="Name oder Aktenzeichen tippen"
      error={undefined}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
