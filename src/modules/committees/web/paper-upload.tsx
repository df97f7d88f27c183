import { useRef, useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { uploadFile } from '../../../platform/web/upload-file.ts'
import type { AgendaItemView } from '../contract/meetings.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import { useAction } from './use-action.ts'

export type UploadPlace =
  | { committeeId: string; meetingId?: string; items?: readonly AgendaItemView[] }
  | { decisionId: string }

interface UploadProps {
  to: UploadPlace
  onChanged: () => void
}

/** Adds a paper. What belongs to the part without B3 stays closed to B3 from the first moment. */
export function PaperUpload({ to, onChanged }: UploadProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [abort] = useState(() => new AbortController())
  const [itemId, setItemId] = useState('')
  const [closed, setClosed] = useState<boolean>()
  const { busy, error, run } = useAction(onChanged)
  const meeting = 'committeeId' in to ? to : undefined
  const items = meeting?.items ?? []
  const item = items.find(({ id }) => id === itemId)
  const ofItem = item?.withoutB3 ?? false
  // Of a whole meeting with such a part: closed, until somebody says otherwise.
  const without = ofItem || (closed ?? (item === undefined && items.some(({ withoutB3 }) => withoutB3)))
  const send = (file: File | undefined) => {
    if (!file) return
    const common = { file, name: file.name, onProgress: () => {}, signal: abort.signal }
    const work = meeting
      ? () =>
          uploadFile(paperEndpoints.upload, {
            ...common,
            params: { id: meeting.committeeId },
            query: {
              ...(meeting.meetingId ? { meetingId: meeting.meetingId } : {}),
              ...(item ? { agendaItemId: item.id } : {}),
              withoutB3: without ? 'true' : 'false',
            },
          })
      : () =>
          uploadFile(paperEndpoints.uploadToDecision, {
            ...common,
            params: { id: (to as { decisionId: string }).decisionId },
            query: {},
          })
    void run(work, 'Unterlage hinzugefügt, noch nicht freigegeben')
  }
  return (
    <div className="lt-stack">
      <ProblemAlert error={error} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.txt"
        onChange={(event) => {
          send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {items.length > 0 && (
        <Select
          label="Neue Unterlage gehört zu"
          id="paper-item"
          name="agendaItemId"
          empty="der ganzen Sitzung"
          value={itemId}
          onChange={setItemId}
          error={undefined}
          options={items.map(({ id, title }, index) => ({ value: id, label: `TOP ${index + 1}: ${title}` }))}
        />
      )}
      {meeting && (
        <Checkbox
          label="Neue Unterlage nur ohne Baustein 3"
          hint={
            ofItem
              ? 'Der Punkt wird ohne Baustein 3 beraten; seine Unterlagen bleiben es auch.'
              : 'Mitglieder aus Ausländer- und Einbürgerungsbehörde sehen sie dann nicht, auch nicht nach der Einladung.'
          }
          id="paper-without-b3"
          name="withoutB3"
          value={without}
          disabled={ofItem}
          onChange={setClosed}
          error={undefined}
        />
      )}
      <div className="lt-actions">
        <Button
          variant="secondary"
          size={meeting ? 'default' : 'small'}
          icon="add"
          busy={busy}
          onClick={() => input.current?.click()}
        >
          Unterlage hinzufügen
        </Button>
      </div>
    </div>
  )
}
