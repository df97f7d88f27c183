import type { ReactElement, ReactNode } from 'react'

export interface Description {
  term: string
  /** Nothing known is shown as „–“ with the word for screen readers. */
  value: ReactNode
}

export function DescriptionList({
  items,
  stacked,
}: {
  items: readonly Description[]
  stacked?: boolean
}): ReactElement {
  return (
    <dl className={`kern-description-list lt-description${stacked ? ' kern-description-list--col' : ''}`}>
      {items.map((item) => (
        <div className="kern-description-list-item" key={item.term}>
          <dt className="kern-description-list-item__key">{item.term}</dt>
          <dd className="kern-description-list-item__value">
            {isEmpty(item.value) ? <Unknown /> : item.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Unknown(): ReactElement {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="kern-sr-only">keine Angabe</span>
    </>
  )
}

function isEmpty(value: ReactNode): boolean {
  return value === undefined || value === null || value === ''
}
