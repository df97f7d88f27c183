import type { ReactElement } from 'react'

import { Icon } from '../../../platform/web/ui/icon.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { basisKindLabels } from '../../cases/index.ts'
import type { DomainView } from '../contract/assessment.ts'

interface LockedDomainProps {
  domain: DomainView
  caseId: string
  /** Who may record the legal basis gets the way there. */
  mayRecord: boolean
}

/** A life domain that waits for its legal basis: says why, and where it is recorded. */
export function LockedDomain({ domain, caseId, mayRecord }: LockedDomainProps): ReactElement {
  const { locked } = domain
  return (
    <div className="assess-locked">
      <Icon name="lock" />
      <div className="lt-stack">
        {locked?.basis ? (
          <p>
            Gesperrt, bis die Rechtsgrundlage „{basisKindLabels[locked.basis]}“ vermerkt und die Person
            darüber informiert ist.
          </p>
        ) : (
          <p>Dieser Lebensbereich ist in Ihrem Kreis gesperrt.</p>
        )}
        {locked?.basis && mayRecord && (
          <p>
            <Link to="/faelle/$id/$part" params={{ id: caseId, part: 'aufnahme' }}>
              Rechtsgrundlage unter „Aufnahme“ festhalten
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}
