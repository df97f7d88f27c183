import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import {
  dataCategoryLabels,
  directionLabels,
  purposeLabels,
  sharingKindLabels,
  specialCategoryLabels,
} from '../contract/codes.ts'
import { explanations, fixedSentences } from '../contract/consent-form.ts'
import type { ConsentView } from '../contract/consents.ts'
import { recipientOf } from './consent-words.ts'

/**
 * To be read together before anybody signs: large type over the whole screen, each element with what it means. No
 * navigation, no other case. Escape or the button closes it.
 */
export function ShareView({ consent, onClose }: { consent: ConsentView; onClose: () => void }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const title = sharingKindLabels[consent.kind]
  return (
    <dialog
      ref={dialog}
      className="consent-share"
      aria-label={`${title} zum gemeinsamen Lesen`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="lt-actions consent-share__bar">
        <Button variant="tertiary" icon="close" onClick={onClose}>
          Ansicht schließen
        </Button>
      </div>
      <h2 className="consent-share__title">{title}</h2>
      <p>{fixedSentences.voluntary}</p>
      {consent.kind === 'secrecyRelease' && <p>{explanations.secrecyRelease}</p>}
      <Elements consent={consent} />
      {consent.purposes.includes('residence') && <p>{fixedSentences.residence}</p>}
      <p>{fixedSentences.limited}</p>
      <p>{fixedSentences.withdrawal}</p>
    </dialog>
  )
}

function Elements({ consent }: { consent: ConsentView }): ReactElement {
  const { text, recipient } = consent
  return (
    <dl className="consent-share__elements">
      <Element term="Wer" explanation={consent.person.minor ? explanations.guardian : explanations.person}>
        {consent.person.name}
      </Element>
      <Element
        term="Mit wem"
        explanation={recipient.kind === 'kimTeam' ? explanations.kimTeam : explanations.recipient}
      >
        {recipientOf(consent)}
      </Element>
      <Element term="In welche Richtung" explanation={explanations.direction}>
        {directionLabels[consent.direction]}
      </Element>
      <Element term="Wozu" explanation={explanations.purposes}>
        {consent.purposes.map((key) => purposeLabels[key]).join('; ')}
        {text?.purpose && <p>{text.purpose}</p>}
      </Element>
      {consent.lifeDomains.length > 0 && (
        <Element term="Bereiche" explanation={explanations.lifeDomains}>
          {consent.lifeDomains.map((domain) => domain.label).join(', ')}
        </Element>
      )}
      <Element term="Welche Angaben" explanation={explanations.dataCategories}>
        {consent.dataCategories.map((key) => dataCategoryLabels[key]).join('; ')}
      </Element>
      {consent.specialCategories.length > 0 && (
        <Element term="Besonders geschützt" explanation={explanations.specialCategories}>
          {consent.specialCategories.map((key) => specialCategoryLabels[key]).join(', ')}
        </Element>
      )}
      <Element term="Wie lange" explanation={explanations.period}>
        {formatDate(consent.validFrom)} bis {formatDate(consent.validTo)}
      </Element>
      <Element term="Wenn Sie Nein sagen" explanation={explanations.refusalConsequence}>
        {text?.refusalConsequence}
      </Element>
    </dl>
  )
}

interface ElementProps {
  term: string
  explanation: string
  children: ReactNode
}

function Element({ term, explanation, children }: ElementProps): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <strong>{children || '–'}</strong>
        <p className="consent-share__explanation">{explanation}</p>
      </dd>
    </div>
  )
}
