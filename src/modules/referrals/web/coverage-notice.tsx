import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { consentEndpoints, secrecyReleaseEndpoints, sharingKindLabels } from '../../consent/index.ts'
import type { Coverage, ReferralView } from '../contract/referrals.ts'
import { gapSentences } from './referral-words.ts'

/** What the client's consent allows of this referral, or exactly what is missing and the way there. */
export function CoverageNotice({ referral }: { referral: ReferralView }): ReactElement | null {
  if (referral.coverage.length === 0) return null
  const lacking = referral.coverage.filter((one) => one.missing.length > 0)
  if (lacking.length === 0) {
    const until = referral.coverage.flatMap((one) => one.until ?? []).sort()[0]
    return (
      <p className="kern-body kern-body--muted">
        Durch Einwilligung gedeckt{until ? ` bis ${formatDate(until)}` : ''}.
      </p>
    )
  }
  const draft = referral.state === 'draft'
  return (
    <>
      {lacking.map((one) => (
        <Alert
          key={one.kind}
          tone="warning"
          title={
            draft
              ? `${sharingKindLabels[one.kind]}: Das fehlt noch`
              : `${sharingKindLabels[one.kind]}: Die Stelle kann den Verweis nicht mehr lesen`
          }
        >
          <ul className="referral-missing">
            {gapSentences(one, referral.lifeDomains).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {referral.can.length > 0 && <WayThere referral={referral} coverage={one} />}
        </Alert>
      ))}
    </>
  )
}

/** A text that is prepared needs its signature; else one is made that names exactly this referral. */
function WayThere({ referral, coverage }: { referral: ReferralView; coverage: Coverage }): ReactElement {
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const prepared = coverage.missing.some(({ gap }) => gap === 'notGiven')
  const prepare = async () => {
    const spec = coverage.kind === 'consent' ? consentEndpoints.draft : secrecyReleaseEndpoints.draft
    const { recipient, text } = referral
    try {
      await call(spec, {
        params: { id: referral.caseId },
        body: {
          personId: referral.person.id,
          recipientKind: 'organisation',
          organisationId: recipient.organisationId,
          unitId: recipient.unitId,
          direction: 'mutual',
          purposes: referral.purpose === null ? [] : [referral.purpose],
          purpose: text?.concern ?? null,
          lifeDomains: referral.lifeDomains.map(({ key }) => key),
          dataCategories: referral.dataCategories,
          specialCategories: referral.specialCategories,
        },
      })
    } catch (problem) {
      return setError(problem)
    }
    toast('Text für diese Stelle vorbereitet')
    await navigate({ to: '/faelle/$id/$part', params: { id: referral.caseId, part: 'einwilligungen' } })
  }
  return (
    <div className="lt-actions referral-print-hidden">
      <ProblemAlert error={error} />
      {!prepared && (
        <Button onClick={() => void prepare()}>{sharingKindLabels[coverage.kind]} vorbereiten</Button>
      )}
      <Link
        to="/faelle/$id/$part"
        params={{ id: referral.caseId, part: 'einwilligungen' }}
        {...(prepared ? { look: 'secondary' as const } : {})}
      >
        Zu den Einwilligungen
      </Link>
    </div>
  )
}
