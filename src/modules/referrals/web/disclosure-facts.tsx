import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import {
  clientInformedLabels,
  disclosureGroundLabels,
  disclosureRecipientLabels,
  notInformedReasonLabels,
} from '../contract/disclosure-codes.ts'
import type { DisclosureView } from '../contract/disclosures.ts'
import { dataSentence } from './referral-words.ts'

type Facts = Pick<
  DisclosureView,
  | 'ground'
  | 'recipientKind'
  | 'recipient'
  | 'dataCategories'
  | 'specialCategories'
  | 'carriedOutOn'
  | 'clientInformed'
  | 'clientInformedOn'
  | 'notInformedReason'
> & {
  readonly second?: string | null
  readonly text?: Partial<NonNullable<DisclosureView['text']>> | null
}

const said = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : [])

/** On which ground, to whom, what, and what became of it. */
export function DisclosureFacts({ facts }: { facts: Facts }): ReactElement {
  const { text } = facts
  const to = facts.recipient ?? disclosureRecipientLabels[facts.recipientKind]
  const informed = facts.clientInformed && clientInformedLabels[facts.clientInformed]
  const why = facts.notInformedReason && notInformedReasonLabels[facts.notInformedReason]
  return (
    <DescriptionList
      items={[
        { term: 'Grundlage', value: disclosureGroundLabels[facts.ground] },
        { term: 'An', value: [to, text?.recipientName].filter(Boolean).join(', ') },
        { term: 'Angaben', value: dataSentence(facts) },
        ...said('Warum nötig', text?.reason),
        ...said('Was genau', text?.content),
        ...said('Zweite Person', facts.second),
        ...said('Deren Bemerkung', text?.secondNote),
        ...said('Übermittelt am', facts.carriedOutOn && formatDate(facts.carriedOutOn)),
        ...said(
          'Person informiert',
          informed &&
            [informed, facts.clientInformedOn && `am ${formatDate(facts.clientInformedOn)}`, why]
              .filter(Boolean)
              .join(', '),
        ),
        ...said('Bemerkung', text?.clientNote),
      ]}
    />
  )
}
