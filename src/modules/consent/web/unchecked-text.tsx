import type { ReactElement } from 'react'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import type { ConsentOptions } from '../contract/consents.ts'
import { wordingFaultText } from '../rules/wording-fault-text.ts'

/** Says before the signature is recorded that nobody has checked the text, or that it lacks something. */
export function UncheckedText({
  text,
}: {
  text: ConsentOptions['texts'][keyof ConsentOptions['texts']]
}): ReactElement | null {
  if (text.checked && text.missing.length === 0) return null
  return (
    <Alert tone="info" title={`Der Text (${text.label}) ist nicht juristisch geprüft`}>
      <p className="kern-body">
        Die Administration Ihres Kreises kann unter „Verwaltung“ einen geprüften Text in Gebrauch nehmen.
      </p>
      {text.missing.length > 0 && (
        <ul className="consent-missing">
          {text.missing.map((fault) => (
            <li key={fault.section}>{wordingFaultText(fault)}</li>
          ))}
        </ul>
      )}
    </Alert>
  )
}
