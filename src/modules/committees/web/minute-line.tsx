import { useState, type KeyboardEvent, type ReactElement } from 'react'

import { newId } from '../../../platform/contract/ids.ts'
import { call } from '../../../platform/web/api.ts'
import { parseDate, today } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { decisionOutcomeLabels, entryKindLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import { typeEntry } from '../rules/type-entry.ts'
import { useAction } from './use-action.ts'

interface LineProps {
  meetingId: string
  itemId: string
  label: string
  /** Decides: others write notes, recommendations and action items. */
  office: boolean
  onWritten: () => void
}

/** One line of the minutes; what it becomes is said before it is saved. */
export function MinuteLine({ meetingId, itemId, label, office, onWritten }: LineProps): ReactElement {
  const [line, setLine] = useState('')
  const [parties, setParties] = useState('')
  // The same key while the same line is tried again: a lost answer writes it once.
  const [key, setKey] = useState(newId)
  const { busy, error, run } = useAction(onWritten)
  const typed = typeEntry(line)
  const due = typed.dueText ? (parseDate(typed.dueText, today()) ?? null) : null
  const save = async () => {
    if (typed.content === '' || typed.unknown) return
    const body = {
      agendaItemId: itemId,
      kind: typed.kind,
      content: typed.content,
      responsible: typed.responsible,
      dueOn: due,
      votes: typed.votes,
      ...(typed.outcome && { outcome: typed.outcome }),
      parties: typed.kind === 'agreement' ? split(parties) : [],
    }
    const saved = await run(
      () => call(meetingEndpoints.write, { params: { id: meetingId }, idempotencyKey: key, body }),
      `${entryKindLabels[typed.kind]} festgehalten`,
    )
    if (!saved) return
    setLine('')
    setParties('')
    setKey(newId())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    // Strg + Enter from the field; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="lt-stack" onKeyDown={onKeyDown}>
      <ProblemAlert error={error} />
      <TextArea
        label={label}
        hideLabel
        id={`line-${itemId}`}
        name="line"
        rows={2}
        value={line}
        onChange={(value) => {
          setLine(value)
          setKey(newId())
        }}
        error={typed.unknown ? `„${typed.unknown}“ gibt es nicht.` : undefined}
      />
      {typed.kind === 'agreement' && office && (
        <TextField
          label="Wer bestätigt die Vereinbarung?"
          hint="Mit Komma getrennt."
          id={`parties-${itemId}`}
          name="parties"
          value={parties}
          onChange={setParties}
          error={undefined}
        />
      )}
      {typed.outcome && typed.outcome !== 'adopted' && (
        <p className="kern-body--small">
          Wird als „{decisionOutcomeLabels[typed.outcome]}“ festgehalten; ein Thema geht davon nicht weiter.
        </p>
      )}
      {typed.kind === 'actionItem' && !typed.responsible && (
        <p className="kern-body--small">
          Zuständig mit @, zum Beispiel: /auftrag @Jugendamt bis 15.01.2027 …
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

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
