import type { ReactElement } from 'react'

import { addressOf } from '../../../platform/web/api.ts'
import type { ConsentView } from '../contract/consents.ts'
import { endpointsOf } from './endpoints-of.ts'

/** The text to read and sign, and what the client keeps once it is given. Only for who may read words and names. */
export function PrintLinks({ consent }: { consent: ConsentView }): ReactElement | null {
  if (consent.text === null || consent.person.name === null) return null
  const { pdf, receipt } = endpointsOf(consent.kind)
  const params = { id: consent.id }
  return (
    <>
      {consent.missing.length === 0 && (
        <a className="kern-link kern-link--no-visited-state lt-link" href={addressOf(pdf, params)} download>
          Text als PDF
        </a>
      )}
      {consent.givenOn !== null && (
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(receipt, params)}
          download
        >
          {consent.withdrawnOn === null ? 'Bestätigung für die Person' : 'Bestätigung des Widerrufs'}
        </a>
      )}
    </>
  )
}
