import { codeList, codeSchema } from './code-list.ts'

export const RECOGNITION_STATES = codeList({
  id: 'RecognitionState',
  title: 'Anerkennung',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'notApplied', label: 'nicht beantragt' },
    { code: 'pending', label: 'läuft' },
    { code: 'full', label: 'voll anerkannt' },
    { code: 'partial', label: 'teilweise anerkannt' },
    { code: 'refused', label: 'abgelehnt' },
  ],
})

export const RecognitionState = codeSchema(RECOGNITION_STATES)
