import { useEffect, useRef, useState, type ReactElement } from 'react'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { searchEndpoints } from '../contract/search.ts'
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
          <Results text={text} />
        )}
      </search>
    </Page>
  )
}

function Results({ text }: { text: string }): ReactElement {
  const found = useView(searchEndpoints.find, { body: { text } })
  if (found.isPending) return <Loading />
  if (!found.data) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  const { persons, cases } = found.data
  return (
    <>
      <p role="status" className="kern-body kern-body--small kern-body--muted">
        {said(persons.length, 'Person', 'Personen')}, {said(cases.length, 'Fall', 'Fälle')} gefunden
      </p>
      <PersonHits text={text} hits={persons} />
      <CaseHits text={text} hits={cases} />
      <ContactHits text={text} />
    </>
  )
}

const said = (count: number, one: string, many: string) =>
  count === 0 ? `keine ${many}` : `${count} ${count === 1 ? one : many}`
