import { requestReasons } from '../../rules/requests.ts'

/** German sentences of the refusal codes of requests. */
export const requestTexts: Readonly<Record<string, string>> = {
  ...requestReasons,
  requestGone:
    'Diese Anfrage wartet nicht mehr: Sie wurde inzwischen übernommen oder es gibt sie nicht mehr.',
  partnerRequestTaken:
    'KIM bearbeitet die Anfrage schon. Bitte rufen Sie den Standort an, wenn die Person keine Beratung mehr möchte.',
  partnerRequestWithdrawn: 'Diese Anfrage ist schon zurückgezogen.',
  partnerAlreadyAnswered: 'Die Partnerstelle hat schon eine Antwort bekommen.',
  partnerAnswerNotAgreed:
    'Die Person hat einer Antwort an die Partnerstelle nicht zugestimmt. Es geht nichts zurück.',
  requestNotYours:
    'Das kann nur tun, wer die Anfrage bearbeitet. Sie sehen sie, weil Sie die Fachaufsicht haben oder zuweisen.',
}
