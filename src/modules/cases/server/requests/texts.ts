import { requestReasons } from '../../rules/requests.ts'

/** German sentences of the refusal codes of requests. */
export const requestTexts: Readonly<Record<string, string>> = {
  ...requestReasons,
  requestGone:
    'Diese Anfrage wartet nicht mehr: Sie wurde inzwischen übernommen oder es gibt sie nicht mehr.',
  requestNotYours:
    'Das kann nur tun, wer die Anfrage bearbeitet. Sie sehen sie, weil Sie die Fachaufsicht haben oder zuweisen.',
}
