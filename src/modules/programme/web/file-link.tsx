import type { ReactElement } from 'react'

import { Icon } from '../../../platform/web/ui/icon.tsx'

export function FileLink({ href, label }: { href: string; label: string }): ReactElement {
  return (
    <p>
      <a className="kern-link kern-link--no-visited-state lt-link" href={href} download>
        <Icon name="download" />
        {label}
      </a>
    </p>
  )
}
