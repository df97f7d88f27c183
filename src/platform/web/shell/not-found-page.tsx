import type { ReactElement } from 'react'

import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'

export function NotFoundPage(): ReactElement {
  return (
    <Page title="Diese Seite gibt es nicht" narrow>
      <p className="kern-body">Die Adresse stimmt nicht, oder Sie dürfen das Gesuchte nicht sehen.</p>
      <p>
        <Link to="/">Zur Startseite</Link>
      </p>
    </Page>
  )
}
