import type { ReactElement } from 'react'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Icon } from '../../../platform/web/ui/icon.tsx'
import { documentEndpoints } from '../../documents/index.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'
import {
  agreementStateLabels,
  endedByLabels,
  mediatorKindLabels,
  signatoryRoleLabels,
  signatureKindLabels,
} from '../contract/codes.ts'

interface AgreementActionsProps {
  agreement: AgreementView
  onSign: () => void
  onEnd: () => void
  onScan: () => void
}

/** Where this version stands, and what can be done with it. */
export function AgreementActions(props: AgreementActionsProps): ReactElement {
  const { agreement, onSign, onEnd, onScan } = props
  const { can, state, scanDocumentId } = agreement
  return (
    <>
      <div>
        <p className="kern-body">
          <Badge tone={state === 'signed' ? 'success' : state === 'draft' ? 'warning' : 'neutral'}>
            {agreementStateLabels[state]}
          </Badge>{' '}
          Fassung {agreement.number} vom <Day at={agreement.madeOn} />
        </p>
        <Signature agreement={agreement} />
      </div>
      <div className="lt-actions">
        {can.includes('sign') && (
          <Button variant="primary" icon="check" onClick={onSign}>
            Unterschrift festhalten
          </Button>
        )}
        {can.includes('print') && (
          <a
            className="kern-btn kern-btn--secondary"
            href={addressOf(agreementEndpoints.pdf, { id: agreement.id })}
            download
          >
            <Icon name="download" />
            <span className="kern-label">PDF herunterladen</span>
          </a>
        )}
        {can.includes('scan') && (
          <Button variant={scanDocumentId ? 'tertiary' : 'secondary'} onClick={onScan}>
            {scanDocumentId ? 'Anderen Scan anhängen' : 'Scan anhängen'}
          </Button>
        )}
        {scanDocumentId && (
          <a
            className="kern-link kern-link--no-visited-state lt-link"
            href={addressOf(documentEndpoints.download, { id: scanDocumentId })}
            download
          >
            Unterschriebene Vereinbarung (Scan)
          </a>
        )}
        {can.includes('end') && (
          <Button variant="tertiary" onClick={onEnd}>
            Vereinbarung beenden
          </Button>
        )}
      </div>
    </>
  )
}

function Signature({ agreement }: { agreement: AgreementView }): ReactElement | null {
  const { signedOn, signatureKind, mediatorKind, endedOn, endedBy } = agreement
  if (signedOn === null) return null
  const languages = agreement.readLanguages.map(
    (code) => LANGUAGES.entries.find((language) => language.code === code)?.label ?? code,
  )
  return (
    <p className="kern-body kern-body--small kern-body--muted">
      Unterschrieben am <Day at={signedOn} />
      {signatureKind && ` (${signatureKindLabels[signatureKind]})`} von{' '}
      {agreement.signedRoles.map((role) => signatoryRoleLabels[role]).join(', ')}. Vorgelesen oder erklärt:{' '}
      {languages.join(', ')}
      {mediatorKind && ` (${mediatorKindLabels[mediatorKind]})`}.
      {endedOn && endedBy && (
        <>
          {' '}
          Beendet am <Day at={endedOn} /> von: {endedByLabels[endedBy]}.
        </>
      )}
    </p>
  )
}
