import type { ReactElement } from 'react'

import { Button } from './button.tsx'

/** Prints the page as it stands; the styles of print leave the program around it out. */
export function PrintButton(): ReactElement {
  return (
    <Button variant="tertiary" icon="print" onClick={() => window.print()}>
      Drucken
    </Button>
  )
}
