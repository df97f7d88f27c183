import type { ReactElement } from 'react'

import { dayOf, formatDate, formatInstant, relativeDay, relativeInstant, today } from '../dates.ts'

export interface DayProps {
  /** A plain date or an instant as ISO text. */
  at: string
  /** „vor 2 Tagen“ with the date as title, instead of the date. */
  relative?: boolean
}

export function Day({ at, relative }: DayProps): ReactElement {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(at)
  const exact = plain ? formatDate(at) : formatInstant(at)
  const words = plain ? relativeDay(at, today()) : relativeInstant(at)
  return (
    <time dateTime={at} title={relative ? exact : relativeDay(plain ? at : dayOf(at), today())}>
      {relative ? words : exact}
    </time>
  )
}
