import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { focusFirst } from '../../../platform/web/focus-first.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { UploadForm } from '../../documents/web/index.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'

interface ScanFormProps {
  agreement: AgreementView
  onDone: () => void
  onCancel: () => void
}

/** The scan of the signed paper: stored among the documents of the case and linked here in one go. */
export function ScanForm({ agreement, onDone, onCancel }: ScanFormProps): ReactElement {
  const [error, setError] = useState<unknown>()
  // Kept when linking fails after the file is stored: the second try must not store it twice.
  const [stored, setStored] = useState<string>()
  const attach = async (documentId: string) => {
    setStored(documentId)
    try {
      const params = { id: agreement.id }
      await call(agreementEndpoints.scan, { params, body: { documentId }, ifMatch: agreement.version })
    } catch (problem) {
      return setError(problem)
    }
    onDone()
  }
  return (
    <div ref={focusFirst}>
      <ProblemAlert error={error} onRetry={stored ? () => void attach(stored) : undefined} />
      {stored ? (
        <Button variant="tertiary" onClick={onCancel}>
          Abbrechen
        </Button>
      ) : (
        <UploadForm
          caseId={agreement.caseId}
          kind="agreementScan"
          title={`Vereinbarung, Fassung ${agreement.number}, unterschrieben`}
          onUploaded={(document) => void attach(document.id)}
          onCancel={onCancel}
        />
      )}
    </div>
  )
}
