import type { ReactElement } from 'react'

import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { purposeLabels } from '../../consent/index.ts'
import { clientViewLabels } from '../contract/codes.ts'
import type { ReferralView } from '../contract/referrals.ts'
import { dataSentence } from './referral-words.ts'

/** What is or was shared, with whom it is about. */
export function ReferralFacts({ referral }: { referral: ReferralView }): ReactElement {
  const { text, goals, documents } = referral
  const said = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : [])
  return (
    <DescriptionList
      items={[
        ...said('Person', referral.person.name),
        ...said('Angebot', text?.service),
        ...said('Zweck', referral.purpose && purposeLabels[referral.purpose]),
        { term: 'Lebensbereiche', value: referral.lifeDomains.map(({ label }) => label).join(', ') },
        { term: 'Angaben', value: dataSentence(referral) },
        ...said('Zusammenfassung', text?.summary),
        ...said('Gewünschtes Ergebnis', text?.desiredResult),
        ...said('Ziele', goals?.map(({ wording }) => wording).join('; ')),
        ...said('Dokumente', documents?.map(({ title }) => title).join('; ')),
        ...said('Sicht der Person', referral.clientView && clientViewLabels[referral.clientView]),
      ]}
    />
  )
}
