import { useEffect, useRef, useState, type ReactElement } from 'react'
import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useSearched } from '../../../platform/web/use-view.ts'
import { mostHits, searchEndpoints } from '../contract/search.ts'
import { rememberedSearch, rememberSearch } from './remembered-search.ts'
import { ContactHits } from './contact-hits.tsx'
import { CaseHits, PersonHits } from './hits.tsx'
import './search.css'

/** „Suche“: persons and cases of the own access while typing. What is typed stays out of the address. */
export function SearchPage(): ReactElement {
  const [typed, setTyped] = useState(rememberedSearch)
  const text = useSettled(typed.trim())
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => rememberSearch(text), [text])
  // After the page gave the focus to its heading: who comes here wants to type.
  useEffect(() => field.current?.focus(), [])
  return (
    <Page title="Suche">
      <search className="lt-stack">
        <TextField
          id="search-text"
          label="Wonach suchen Sie?"
          hint="Name in jeder Schreibweise, Geburtsjahr, Aktenzeichen, Telefonnummer oder Wörter aus Kontaktnotizen. Gefunden wird, was Sie sehen dürfen."
          type="search"
          spellCheck={false}
          maxLength={120}
          value={typed}
          onChange={setTyped}
          inputRef={field}
        />
        {text.length < 2 ? (
          <EmptyState title="Geben Sie mindestens zwei Zeichen ein">
            Umlaute und Akzente können Sie weglassen; „Mueller“, „Muller“ und „Müller“ finden dasselbe.
          </EmptyState>
        ) : (
          <Results key={text} text={text} />
        )}
      </search>
    </Page>
  )
}

const STEP = 20

function Results({ text }: { text: string }): ReactElement {
  const [limit, setLimit] = useState(STEP)
  const found = useSearched(searchEndpoints.find, { body: { text, limit } })
  if (!found.data) {
    return found.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
    )
  }
  const { persons, cases, more } = found.data
  const moreThere = more.persons || more.cases
  return (
    <>
      <p role="status" className="kern-body kern-body--small kern-body--muted">
        {said(persons.length, 'Person', 'Personen')}, {said(cases.length, 'Fall', 'Fälle')}{' '}
        {moreThere ? 'angezeigt, es gibt weitere' : 'gefunden'}
      </p>
      <PersonHits text={text} hits={persons} />
      <CaseHits text={text} hits={cases} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {moreThere && limit < mostHits && (
        <div className="lt-actions">
          <Button
            size="small"
            busy={found.isFetching}
            onClick={() => setLimit(Math.min(limit + STEP, mostHits))}
          >
            Weitere Personen und Fälle anzeigen
          </Button>
        </div>
      )}
      {moreThere && limit >= mostHits && (
        <p className="kern-body">
          Das sind die besten {mostHits} Treffer. Für weitere suchen Sie bitte genauer, zum Beispiel mit
          Vornamen oder Geburtsjahr.
        </p>
      )}
      <ContactHits text={text} />
    </>
  )
}

const said = (count: number, one: string, many: string) =>
  count === 0 ? `keine ${many}` : `${count} ${count === 1 ? one : many}`
