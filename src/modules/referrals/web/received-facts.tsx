import type { ReactElement } from 'react'

import { LANGUAGES, NATIONALITIES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import { addressOf } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { purposeLabels } from '../../consent/index.ts'
import { mediaTypeLabels } from '../../documents/index.ts'
import { sizeOf } from '../../documents/web/index.ts'
import { referralReasonLabels, referralStateLabels } from '../contract/codes.ts'
import { receivedReferralEndpoints } from '../contract/endpoints.ts'
import type { ReceivedReferral } from '../contract/received.ts'

type Content = NonNullable<ReceivedReferral['content']>
const said = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : [])

/** What was sent: the person, the concern, whom to ask, what has happened since. */
export function ReceivedFacts({ id, content }: { id: string; content: Content }): ReactElement {
  return (
    <>
      <Card title="Worum geht es?">
        <DescriptionList
          items={[
            { term: 'Zweck', value: (purposeLabels as Record<string, string>)[content.purpose] },
            { term: 'Lebensbereiche', value: content.lifeDomains.map(({ label }) => label).join(', ') },
            ...said('Angebot', content.service),
            ...said('Zusammenfassung', content.summary),
            ...said('Gewünschtes Ergebnis', content.desiredResult),
            ...said('Ziele', content.goals.join('; ')),
          ]}
        />
      </Card>
      <Card title="Person und Rückfragen">
        <DescriptionList
          items={[
            ...identityOf(content.identity),
            ...said('Verwiesen von', content.senderName),
            ...said('Erreichbar', content.senderContact),
          ]}
        />
      </Card>
      {content.documents.length > 0 && (
        <Card title="Dokumente">
          <ul className="referral-missing">
            {content.documents.map((one) => (
              <li key={one.id}>
                <a
                  className="kern-link kern-link--no-visited-state lt-link"
                  href={addressOf(receivedReferralEndpoints.document, { id, documentId: one.id })}
                  download
                >
                  {one.title} ({mediaTypeLabels[one.mediaType]}, {sizeOf(one.size)})
                </a>
              </li>
            ))}
          </ul>
          <p className="kern-body">
            Sie können sie herunterladen, solange der Verweis für Ihre Stelle geöffnet ist. Jeder Abruf wird
            festgehalten.
          </p>
        </Card>
      )}
      <Card title="Verlauf">
        <ol className="referral-steps" aria-label="Schritte">
          {content.steps.map((step) => (
            <li key={step.id}>
              <p className="kern-body">
                <Day at={step.onDate} /> · {step.to === 'sent' ? 'eingegangen' : referralStateLabels[step.to]}
                {step.reason ? ` (${referralReasonLabels[step.reason]})` : ''}
                {step.byUs ? ' · durch Ihre Stelle' : ''}
              </p>
              {step.note && <p className="kern-body referral-words">{step.note}</p>}
            </li>
          ))}
        </ol>
      </Card>
    </>
  )
}

function identityOf(identity: Content['identity']) {
  if (!identity) return []
  const name = [identity.givenName, identity.familyName].filter(Boolean).join(' ')
  const birth = identity.birthDate ? formatDate(identity.birthDate) : identity.birthYear?.toString()
  return [
    { term: 'Name', value: name || 'nicht weitergegeben' },
    ...said('Geboren', birth),
    ...said(
      'Staatsangehörigkeit',
      identity.nationalities.map((code) => labelOf(NATIONALITIES, code)).join(', '),
    ),
    ...said('Sprachen', identity.languages.map((code) => labelOf(LANGUAGES, code)).join(', ')),
    ...said('Anschrift', identity.address),
    ...said('Telefon', identity.phone),
    ...said('E-Mail', identity.email),
  ]
}
