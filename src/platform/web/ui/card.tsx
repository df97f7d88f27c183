import type { ReactElement, ReactNode } from 'react'

export interface CardProps {
  title?: ReactNode
  /** Level of the title in the page's outline. */
  level?: 2 | 3 | 4
  /** Beside the title: a badge, a small button. */
  end?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

export function Card({ title, level = 2, end, footer, children }: CardProps): ReactElement {
  const Heading = `h${level}` as const
  return (
    <section className="kern-card kern-card--hug lt-card">
      <div className="kern-card__container">
        {(title || end) && (
          <header className="lt-card__header">
            {title && <Heading className="kern-title kern-title--small">{title}</Heading>}
            {end}
          </header>
        )}
        <div className="kern-card__body">{children}</div>
        {footer && <footer className="lt-actions">{footer}</footer>}
      </div>
    </section>
  )
}
