import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { useView } from '../../../platform/web/use-view.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { caseEndpoints } from '../../cases/index.ts'
import { caseFilePartLabels, caseFileParts, type CaseFilePart } from '../contract/case-file-parts.ts'
import { ExportStatus } from './export-status.tsx'
import { useAskForExport } from './use-ask-for-export.ts'

/** „Akte drucken“: choose the parts, get one PDF. */
export function CaseFilePage(): ReactElement {
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const file = useView(caseEndpoints.read, { params: { id: caseId } })
  const asked = useAskForExport()
  const name = file.data?.shortName ?? 'Fall'
  return (
    <Page
      title="Akte drucken"
      narrow
      breadcrumb={[
        { label: 'Fälle', to: '/faelle' },
        { label: name, to: `/faelle/${caseId}` },
        { label: 'Akte drucken' },
      ]}
      intro="Die Akte als eine PDF-Datei, mit Inhaltsverzeichnis und Lesezeichen, auch für Vorleseprogramme."
    >
      <ProblemAlert error={file.error} onRetry={() => void file.refetch()} />
      {file.data &&
        (asked.id === undefined ? (
          <PartsForm
            busy={asked.busy}
            error={asked.error}
            onAsk={(parts) => asked.ask({ kind: 'caseFile', caseId, parts })}
          />
        ) : (
          <>
            <ExportStatus id={asked.id} />
            <div className="lt-actions">
              <Button variant="tertiary" icon="back" onClick={asked.reset}>
                Andere Teile wählen
              </Button>
            </div>
          </>
        ))}
    </Page>
  )
}

interface PartsFormProps {
  busy: boolean
  error: unknown
  onAsk: (parts: CaseFilePart[]) => void
}

function PartsForm({ busy, error, onAsk }: PartsFormProps): ReactElement {
  const [chosen, setChosen] = useState<ReadonlySet<CaseFilePart>>(new Set(caseFileParts))
  const set = (part: CaseFilePart, on: boolean) =>
    setChosen(new Set(caseFileParts.filter((one) => (one === part ? on : chosen.has(one)))))
  const all = chosen.size === caseFileParts.length
  return (
    <form
      className="lt-stack"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk([...chosen])
      }}
    >
      <ProblemAlert error={error} />
      <FieldSet
        id="parts"
        label="Welche Teile?"
        hint="Gedruckt wird nur, was Sie sehen dürfen. Eigene Zeiten kommen nicht in die Akte."
      >
        {caseFileParts.map((part) => (
          <Checkbox
            key={part}
            id={`part-${part}`}
            name={part}
            label={caseFilePartLabels[part]}
            value={chosen.has(part)}
            onChange={(on) => set(part, on)}
          />
        ))}
      </FieldSet>
      <div className="lt-actions">
        <Button
          type="submit"
          variant="primary"
          icon="document"
          busy={busy}
          {...(chosen.size === 0 && { disabledReason: 'Bitte wählen Sie mindestens einen Teil der Akte.' })}
        >
          PDF erstellen
        </Button>
        <Button
          variant="tertiary"
          onClick={() => setChosen(new Set(all ? (['facts'] as const) : caseFileParts))}
        >
          {all ? 'Nur Stammdaten wählen' : 'Alle Teile wählen'}
        </Button>
      </div>
    </form>
  )
}
