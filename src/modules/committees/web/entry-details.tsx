import type { ReactElement } from 'react'

import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { Priority, priorityLabels } from '../contract/codes.ts'
import type { AgendaItemView } from '../contract/meetings.ts'
import type { TypedEntry } from '../rules/type-entry.ts'
import { isAnswer, isOnTheme, type Addressee, type Said } from './entry-values.ts'

export const whoId = (itemId: string): string => `who-${itemId}`

interface DetailsProps {
  item: AgendaItemView
  typed: TypedEntry
  who: Addressee | null
  said: Said
  office: boolean
  onSaid: (said: Said) => void
}

/** What belongs to an entry beside its words: who does it, where it goes, what the meeting chose. */
export function EntryDetails({ item, typed, who, said, office, onSaid }: DetailsProps): ReactElement {
  const say = (change: Partial<Said>) => onSaid({ ...said, ...change })
  return (
    <>
      {typed.kind === 'agreement' && office && (
        <TextField
          label="Wer bestätigt die Vereinbarung?"
          hint="Mit Komma getrennt."
          id={`parties-${item.id}`}
          name="parties"
          value={said.parties}
          onChange={(parties) => say({ parties })}
          error={undefined}
        />
      )}
      {who && (
        <Combobox
          {...whoWords[typed.kind as keyof typeof whoWords]}
          id={whoId(item.id)}
          name="who"
          allowOther={typed.kind !== 'recommendation'}
          options={who.options}
          value={said.who ?? who.typed}
          onChange={(value) => say({ who: value })}
          error={undefined}
        />
      )}
      {typed.kind === 'recommendation' && !item.isPublic && (said.who ?? who?.typed) && (
        <p className="kern-body--small">
          Der Punkt ist nicht öffentlich: Das Gremium erfährt, dass es eine Empfehlung gibt, nicht ihren
          Wortlaut.
        </p>
      )}
      {isOnTheme(item, typed) && office && <OnTheme item={item} said={said} say={say} />}
      {isAnswer(item, typed) && office && <Answer item={item} typed={typed} said={said} say={say} />}
    </>
  )
}

const whoWords = {
  actionItem: {
    label: 'Wer ist zuständig?',
    hint: 'Mit @ öffnen. Wer ein Konto hat, findet den Auftrag auf „Mein Tag“ oder in „Meine Gremien“; sonst eine Stelle oder Funktion.',
  },
  commission: {
    label: 'An wen geht der Projektauftrag?',
    hint: 'Mit @ öffnen. Ein Gremium, oder eine Stelle in eigenen Worten.',
  },
  recommendation: {
    label: 'An welches Gremium geht die Empfehlung?',
    hint: 'Mit @ öffnen. Sie steht dann dort als Vorschlag für die nächste Tagesordnung. Leer: an niemanden im Besonderen.',
  },
}

interface PartProps {
  item: AgendaItemView
  said: Said
  say: (change: Partial<Said>) => void
}

/** What the meeting chooses for a theme, beginning with what stands there. */
function OnTheme({ item, said, say }: PartProps): ReactElement {
  return (
    <>
      <TextField
        label="Arbeitsformat"
        hint="Zum Beispiel Projektgruppe. Leer: wie beim Thema vorgeschlagen."
        id={`format-${item.id}`}
        name="format"
        value={said.format ?? item.proposal?.format ?? ''}
        onChange={(format) => say({ format })}
        error={undefined}
      />
      <Chips
        label="Priorität"
        id={`priority-${item.id}`}
        name="priority"
        value={said.priority ?? item.proposal?.priority ?? ''}
        onChange={(priority) => say({ priority: priority as Said['priority'] })}
        error={undefined}
        options={Priority.options.map((value) => ({ value, label: priorityLabels[value] }))}
      />
    </>
  )
}

/** The answer to a recommendation goes back to where it came from. */
function Answer({ item, typed, said, say }: PartProps & { typed: TypedEntry }): ReactElement {
  return (
    <>
      <p className="kern-body--small">
        Das ist die Antwort auf die Empfehlung. Nehmen Sie sie nicht auf, beginnen Sie mit „/beschluss
        abgelehnt“ und dem Grund.
      </p>
      {(typed.outcome ?? 'adopted') === 'adopted' && (
        <>
          <DateField
            label="Bis wann?"
            id={`answer-due-${item.id}`}
            name="dueOn"
            value={said.dueOn ?? item.proposal?.dueOn ?? ''}
            onChange={(dueOn) => say({ dueOn })}
            error={undefined}
          />
          <Checkbox
            label="In anderer Form aufgegriffen, als empfohlen"
            id={`answer-other-${item.id}`}
            name="inOtherForm"
            value={said.inOtherForm}
            onChange={(inOtherForm) => say({ inOtherForm })}
            error={undefined}
          />
        </>
      )}
    </>
  )
}
