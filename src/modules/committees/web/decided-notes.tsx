import type { ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import type { DecidedNote } from '../contract/meetings.ts'

const tones = { moved: 'success', notMoved: 'warning', basisGone: 'warning' } as const

/** What the decisions of the minutes moved, and what they did not, said to who has just released them. */
export function DecidedNotes({ notes }: { notes: readonly DecidedNote[] }): ReactElement {
  const { rights } = useApp().session
  return (
    <>
      {notes.map((note, at) => (
        // Two decisions on one theme give two notes; they come and go together.
        <Alert key={at} tone={tones[note.kind]} title={note.title} live>
          <p className="kern-body">{note.text}</p>
          {note.subjectKind === 'theme' && rights.has('theme.read') ? (
            <Link to="/themen/$id" params={{ id: note.subjectId }}>
              Zum Thema
            </Link>
          ) : (
            note.kind !== 'moved' && (
              <p className="kern-body">Wer für das Thema verantwortlich ist, hat eine Nachricht.</p>
            )
          )}
        </Alert>
      ))}
    </>
  )
}
