import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { CaseChooser } from '../../calendar/web/index.ts'
import { levelLabels } from '../contract/codes.ts'
import { problemEndpoints } from '../contract/endpoints.ts'
import type { ProblemOptions } from '../contract/problems.ts'
import { ProblemFields } from './problem-fields.tsx'
import { bodyOf, newEntry, ProblemEntry, problemLabels, unmetNeed } from './problem-form.ts'
import { closeProblem, type ProblemSheet } from './problem-sheet-store.ts'

/** A new problem: of the case whose page is open, or of one chosen by typing. */
export default function NewProblem({ sheet }: { sheet: ProblemSheet }): ReactElement {
  const [chosen, setChosen] = useState(sheet.caseId ?? '')
  return (
    <div className="lt-stack">
      {sheet.caseId === undefined && <CaseChooser value={chosen} onChange={setChosen} />}
      {chosen !== '' && <OfCase key={chosen} sheet={{ ...sheet, caseId: chosen }} />}
    </div>
  )
}

interface OfCaseProps {
  sheet: ProblemSheet & { readonly caseId: string }
}

function OfCase({ sheet }: OfCaseProps): ReactElement {
  const query = sheet.originId ? { origin: sheet.origin ?? 'case', originId: sheet.originId } : {}
  const view = useView(problemEndpoints.options, { params: { id: sheet.caseId }, query })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return <Entry sheet={sheet} options={view.data} />
}

const levels = ([1, 2, 3, 4] as const).map((level) => ({
  value: String(level),
  label: `${level} ${levelLabels[level]}`,
}))

function Entry({ sheet, options }: OfCaseProps & { options: ProblemOptions }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: ProblemEntry,
    initial: { ...newEntry(options), ...(sheet.known && unmetNeed(sheet.known)) },
    draftKey: `problem:${sheet.caseId}`,
    submit: async (entry, { idempotencyKey }) => {
      const from = sheet.originId ? { origin: sheet.origin ?? 'case', originId: sheet.originId } : {}
      const level = Number(entry.level) as 1 | 2 | 3 | 4
      const body = { ...bodyOf(entry), ...from, level }
      await call(problemEndpoints.record, { params: { id: sheet.caseId }, body, idempotencyKey })
      toast(
        level >= 3
          ? 'Hürde im Fall gespeichert. Unter „Hürden“ prüfen Sie, was hinausgeht.'
          : 'Hürde im Fall gespeichert. Sie bleibt im Fall.',
      )
      void client.invalidateQueries()
      closeProblem()
    },
  })
  return (
    <Form form={form} action="Hürde melden" labels={problemLabels} onCancel={closeProblem}>
      <ProblemFields form={form} lists={options} />
      <Chips
        label={problemLabels.level}
        hint="1 und 2 bleiben im Fall. Ab 3 prüfen Sie, was an die Strukturebene geht."
        options={levels}
        {...form.field('level')}
      />
    </Form>
  )
}
