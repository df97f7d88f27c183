import type { ReactElement } from 'react'

import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { addressOf } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { documentEndpoints } from '../../documents/index.ts'
import {
  consentFormLabels,
  directionLabels,
  giverRoleLabels,
  mediatorLabels,
  purposeLabels,
} from '../contract/codes.ts'
import type { ConsentView } from '../contract/consents.ts'
import { dataSentence } from './consent-words.ts'

/** What was or would be agreed to, in a few lines. */
export function ConsentFacts({ consent }: { consent: ConsentView }): ReactElement {
  const purposes = consent.purposes.map((key) => purposeLabels[key]).join('; ')
  return (
    <>
      <DescriptionList
        items={[
          { term: 'Richtung', value: directionLabels[consent.direction] },
          { term: 'Zweck', value: [purposes, consent.text?.purpose].filter(Boolean).join(': ') },
          ...(consent.recipient.kind === 'kimTeam'
            ? []
            : [
                {
                  term: 'Lebensbereiche',
                  value: consent.lifeDomains.map((domain) => domain.label).join(', '),
                },
              ]),
          { term: 'Angaben', value: dataSentence(consent) },
          { term: 'Zeitraum', value: `${formatDate(consent.validFrom)} bis ${formatDate(consent.validTo)}` },
          ...(consent.text ? [{ term: 'Ohne Erklärung', value: consent.text.refusalConsequence }] : []),
          ...givenFacts(consent),
        ]}
      />
      {consent.state === 'draft' && consent.defaultPeriod && (
        <Why label="Warum dieser Zeitraum?">
          Er ist vorgeschlagen, niemand hat ihn gewählt. Passen Sie ihn an: so lange wie nötig, nie
          unbefristet.
        </Why>
      )}
    </>
  )
}

function givenFacts(consent: ConsentView) {
  if (consent.givenOn === null || consent.givenAs === null) return []
  const givers = consent.givers.length
    ? consent.givers.map(({ role, name }) => `${name ?? ''} (${giverRoleLabels[role]})`).join(', ')
    : consent.givenRoles.map((role) => giverRoleLabels[role]).join(', ')
  const language = LANGUAGES.entries.find((one) => one.code === consent.language)?.label
  const mediator = consent.mediator && mediatorLabels[consent.mediator]
  return [
    { term: 'Erteilt', value: `am ${formatDate(consent.givenOn)}, ${consentFormLabels[consent.givenAs]}` },
    { term: 'Von', value: givers },
    { term: 'Fassung des Textes', value: consent.textVersion },
    { term: 'Erklärt auf', value: [language, mediator].filter(Boolean).join(', ') },
    ...(consent.text?.witness ? [{ term: 'Dabei war', value: consent.text.witness }] : []),
    {
      term: 'Nachweis',
      value: consent.proofDocumentId ? (
        <a
          className="kern-link kern-link--no-visited-state lt-link"
          href={addressOf(documentEndpoints.download, { id: consent.proofDocumentId })}
          download
        >
          Scan herunterladen
        </a>
      ) : consent.givenAs === 'written' ? (
        'Der Scan fehlt noch.'
      ) : null,
    },
  ]
}
