import { useState, type KeyboardEvent, type ReactElement } from 'react'

import { newId } from '../../../platform/contract/ids.ts'
import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { decisionOutcomeLabels, entryKindLabels } from '../contract/codes.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
import type { AgendaItemView } from '../contract/meetings.ts'
import { typeEntry } from '../rules/type-entry.ts'
import { EntryDetails, whoId } from './entry-details.tsx'
import { addressee, bodyOf, nothingSaid, type Said } from './entry-values.ts'
import { useAction } from './use-action.ts'

interface LineProps {
  meetingId: string
  committeeId: string
  item: AgendaItemView
  label: string
  /** Decides: others write notes, recommendations and action items. */
  office: boolean
  onWritten: () => void
}

/** One line of the minutes; what it becomes, and whom it reaches, is said before it is saved. */
export function MinuteLine({
  meetingId,
  committeeId,
  item,
  label,
  office,
  onWritten,
}: LineProps): ReactElement {
  const [line, setLine] = useState('')
  const [said, setSaid] = useState<Said>(nothingSaid)
  // The same key while the same line is tried again: a lost answer writes it once.
  const [key, setKey] = useState(newId)
  const { busy, error, run } = useAction(onWritten)
  const options = useView(committeeEndpoints.options, { query: { committeeId } })
  const typed = typeEntry(line)
  const who = addressee(typed, options.data, committeeId)
  const save = async () => {
    if (typed.content === '' || typed.unknown) return
    const body = { agendaItemId: item.id, ...bodyOf(typed, said, who, item) }
    const saved = await run(
      () => call(meetingEndpoints.write, { params: { id: meetingId }, idempotencyKey: key, body }),
      `${entryKindLabels[typed.kind]} festgehalten`,
    )
    if (!saved) return
    setLine('')
    setSaid(nothingSaid)
    setKey(newId())
  }
  const toLine = () => document.getElementById(`line-${item.id}`)?.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
    const field = event.target as HTMLElement
    // @ opens the list of who it may be; Enter there leads back to the line.
    if (event.key === '@' && field.id === `line-${item.id}` && who !== null && !typed.responsible) {
      const list = document.getElementById(whoId(item.id))
      if (!list) return
      event.preventDefault()
      list.focus()
      list.click()
    } else if (event.key === 'Enter' && field.id === whoId(item.id) && !event.ctrlKey) {
      setTimeout(toLine)
    }
  }
  return (
    // Strg + Enter from the field; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="lt-stack" onKeyDown={onKeyDown}>
      <ProblemAlert error={error} />
      <TextArea
        label={label}
        hideLabel
        id={`line-${item.id}`}
        name="line"
        rows={2}
        value={line}
        onChange={(value) => {
          setLine(value)
          setKey(newId())
        }}
        error={typed.unknown ? `„${typed.unknown}“ gibt es nicht.` : undefined}
      />
      <EntryDetails item={item} typed={typed} who={who} said={said} office={office} onSaid={setSaid} />
      {typed.outcome && typed.outcome !== 'adopted' && (
        <p className="kern-body--small">
          Wird als „{decisionOutcomeLabels[typed.outcome]}“ festgehalten; ein Thema geht davon nicht weiter.
        </p>
      )}
      {line !== '' && (
        <div className="lt-actions">
          <Button size="small" variant="secondary" busy={busy} onClick={() => void save()}>
            {entryKindLabels[typed.kind]} festhalten
          </Button>
        </div>
      )}
    </div>
  )
}
