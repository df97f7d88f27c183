import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { UploadForm } from '../../documents/web/index.ts'
import { sharingKindLabels } from '../contract/codes.ts'
import type { ConsentView } from '../contract/consents.ts'
import { endpointsOf } from './endpoints-of.ts'

interface ProofFormProps {
  consent: ConsentView
  onDone: () => void
  onCancel: () => void
}

/** The scan of the signed text: stored among the documents of the case and attached here in one go. */
export function ProofForm({ consent, onDone, onCancel }: ProofFormProps): ReactElement {
  const [error, setError] = useState<unknown>()
  // Kept when attaching fails after the file is stored: the second try must not store it twice.
  const [stored, setStored] = useState<string>()
  const attach = async (documentId: string) => {
    setStored(documentId)
    try {
      const { attachProof } = endpointsOf(consent.kind)
      const params = { params: { id: consent.id }, body: { documentId }, ifMatch: consent.version }
      await call(attachProof, params)
    } catch (problem) {
      return setError(problem)
    }
    toast('Scan angehängt')
    onDone()
  }
  return (
    <>
      <ProblemAlert error={error} onRetry={stored ? () => void attach(stored) : undefined} />
      {stored ? (
        <Button variant="tertiary" onClick={onCancel}>
          Abbrechen
        </Button>
      ) : (
        <UploadForm
          caseId={consent.caseId}
          kind="consentProof"
          title={`${sharingKindLabels[consent.kind]} unterschrieben`}
          onUploaded={(document) => void attach(document.id)}
          onCancel={onCancel}
        />
      )}
    </>
  )
}
