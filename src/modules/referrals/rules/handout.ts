import type { PlainDate } from '../../../platform/contract/dates.ts'
import type { HandoutKind } from '../contract/handouts.ts'
import { gapsOf, type SharingText } from './coverage.ts'

interface Wish {
  readonly kind: HandoutKind
  readonly documentId: string | null
  readonly dataCategories: readonly string[]
  readonly specialCategories: readonly string[]
  readonly onDate: PlainDate
  readonly via: string
}

/** A text as it stood on a day: what was withdrawn or ended later was in force then. */
const asOn = (text: SharingText, day: PlainDate): SharingText => ({
  ...text,
  withdrawnOn: text.withdrawnOn !== null && text.withdrawnOn < day ? text.withdrawnOn : null,
  endedOn: text.endedOn !== null && text.endedOn < day ? text.endedOn : null,
  givenOn: text.givenOn !== null && text.givenOn <= day ? text.givenOn : null,
})

/** Whether one text allowed it on its day: period, direction and kinds of data; purpose and domains are the text's own. */
export const coversHandout = (text: SharingText, wish: Wish): boolean =>
  gapsOf({ ...wish, purpose: null, lifeDomains: [] }, asOn(text, wish.onDate), wish.onDate).length === 0

/** Whether a release speaks of the same person and the same recipient as the consent. */
export const sameRecipient = (
  one: SharingText & { readonly recipientName: string | null },
  other: SharingText & { readonly recipientName: string | null },
): boolean =>
  one.personId === other.personId &&
  one.organisationId === other.organisationId &&
  one.unitId === other.unitId &&
  one.recipientName === other.recipientName

/** Wrong fields of an entry with the code of what to say about each. */
export function wrongHandout(wish: Wish, today: PlainDate): (readonly [path: string, code: string])[] {
  const wrong: (readonly [string, string, boolean])[] = [
    ['documentId', 'handoutDocumentMissing', wish.kind === 'document' && wish.documentId === null],
    ['documentId', 'handoutDocumentUnexpected', wish.kind !== 'document' && wish.documentId !== null],
    ['onDate', 'handoutInFuture', wish.onDate > today],
    ['via', 'handoutViaNotOfKind', wish.kind !== 'oral' && wish.via === 'phone'],
    ['via', 'handoutViaNotOfKind', wish.kind === 'oral' && (wish.via === 'letter' || wish.via === 'email')],
  ]
  return wrong.filter(([, , isWrong]) => isWrong).map(([path, code]) => [path, code])
}
