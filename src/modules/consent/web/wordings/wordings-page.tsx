import { useState, type ReactElement } from 'react'

import { labelOf, LANGUAGES } from '../../../../platform/contract/code-lists/index.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { SharingKind, sharingKindLabels } from '../../contract/codes.ts'
import { WordingLanguage, wordingEndpoints, type WordingList } from '../../contract/wording.ts'
import '../consent.css'
import { WordingEditor } from './wording-editor.tsx'
import { WordingInUse } from './wording-in-use.tsx'
import { WordingVersions } from './wording-versions.tsx'

const languages = WordingLanguage.options.map((value) => ({ value, label: labelOf(LANGUAGES, value) }))

/** „Texte für Einwilligungen“: what clients read and sign, per object and language, each save a version. */
export function WordingsPage(): ReactElement {
  const view = useView(wordingEndpoints.list)
  const [kind, setKind] = useState<SharingKind>('consent')
  const [language, setLanguage] = useState<WordingLanguage>('de')
  return (
    <Page
      title="Texte für Einwilligungen"
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Texte für Einwilligungen' }]}
      intro="Jedes Speichern ist eine neue Fassung. Was erteilt ist, behält die Fassung, unter der es erteilt wurde."
    >
      <div className="lt-stack">
        <Chips
          id="wording-kind"
          label="Welcher Text?"
          options={SharingKind.options.map((value) => ({ value, label: sharingKindLabels[value] }))}
          value={kind}
          onChange={(value) => value !== '' && setKind(value)}
        />
        <Select
          id="wording-language"
          name="language"
          label="Sprache"
          width="medium"
          options={languages}
          value={language}
          onChange={(value) => setLanguage(value as WordingLanguage)}
        />
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        {view.data && (
          <OneText key={`${kind} ${language}`} list={view.data} kind={kind} language={language} />
        )}
      </div>
    </Page>
  )
}

interface OneTextProps {
  list: WordingList
  kind: SharingKind
  language: WordingLanguage
}

function OneText({ list, kind, language }: OneTextProps): ReactElement {
  const [editing, setEditing] = useState(false)
  const of = (one: { kind: SharingKind; language: WordingLanguage }) =>
    one.kind === kind && one.language === language
  const versions = list.versions.filter(of)
  const standard = list.defaults.find(of)
  const write = list.can.includes('write')
  const draft = versions[0]?.state === 'draft'
  return (
    <>
      <WordingInUse
        active={versions.find(({ state }) => state === 'active')}
        standard={standard}
        language={language}
      />
      {write && !editing && (
        <div className="lt-actions">
          <Button variant={draft ? 'secondary' : 'primary'} icon="edit" onClick={() => setEditing(true)}>
            Text bearbeiten
          </Button>
        </div>
      )}
      {editing && (
        <Card title="Neue Fassung">
          <WordingEditor
            kind={kind}
            language={language}
            newest={versions[0]}
            standard={standard}
            onDone={() => setEditing(false)}
          />
        </Card>
      )}
      <WordingVersions versions={versions} />
    </>
  )
}
