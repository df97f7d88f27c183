import type { PlainDate } from '../dates.ts'
import type { CodeEntry } from './code-list.ts'

export interface NationalityEntry extends CodeEntry {
  /** First day the state existed, where the official list gives one. */
  readonly validFrom?: PlainDate
  /** First day it no longer existed (half-open). */
  readonly validTo?: PlainDate
}
