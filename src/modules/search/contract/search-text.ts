import { text } from '../../../platform/contract/text.ts'

/** What is typed into a search. It may hold names: bodies only, never an address. */
export const searchText = text(120).min(2, 'Bitte geben Sie mindestens zwei Zeichen ein.')
