import { useState, type ReactElement } from 'react'

import { saveFile } from '../save-file.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'

export interface FileLinkProps {
  /** Address of a file the server makes; it may refuse. */
  href: string
  children: string
}

/** A file to save, where the server may say why it does not give it: the reason opens instead of a broken download. */
export function FileLink({ href, children }: FileLinkProps): ReactElement {
  const [error, setError] = useState<unknown>()
  const close = () => setError(undefined)
  return (
    <>
      <a
        className="kern-link kern-link--no-visited-state lt-link"
        href={href}
        download
        onClick={(event) => {
          event.preventDefault()
          void saveFile(href).catch(setError)
        }}
      >
        {children}
      </a>
      <Dialog
        open={error !== undefined}
        onClose={close}
        title={children}
        footer={<Button onClick={close}>Schließen</Button>}
      >
        <ProblemAlert error={error} />
      </Dialog>
    </>
  )
}
