import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import type { SharingKind } from '../../contract/codes.ts'
import { wordingSectionLabels } from '../../contract/wording-labels.ts'
import {
  WordingSection,
  WordingSections,
  wordingEndpoints,
  type WordingDefault,
  type WordingLanguage,
  type WordingVersion,
} from '../../contract/wording.ts'
import { neededPlaceholder, placeholders, wordingFaults } from '../../rules/wording.ts'
import { WordingFaults } from './wording-faults.tsx'

interface WordingEditorProps {
  kind: SharingKind
  language: WordingLanguage
  newest: WordingVersion | undefined
  standard: WordingDefault | undefined
  onDone: () => void
}

/** Starts from the newest version, else from the program's text, else empty. */
export function WordingEditor(props: WordingEditorProps): ReactElement {
  return props.newest ? (
    <FromVersion {...props} id={props.newest.id} />
  ) : (
    <EditorForm {...props} start={props.standard?.sections ?? WordingSections.parse({})} />
  )
}

function FromVersion(props: WordingEditorProps & { id: string }): ReactElement {
  const view = useView(wordingEndpoints.read, { params: { id: props.id } })
  if (!view.data)
    return view.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
    )
  return <EditorForm {...props} start={view.data.sections} />
}

const Values = z.object({ sections: WordingSections })
const labels = Object.fromEntries(
  WordingSection.options.map((key) => [`sections.${key}`, wordingSectionLabels[key]]),
)

function EditorForm(props: WordingEditorProps & { start: WordingSections }): ReactElement {
  const { kind, language, start, onDone } = props
  const client = useQueryClient()
  const form = useForm({
    schema: Values,
    initial: { sections: start },
    draftKey: `consent-wording:${kind}:${language}`,
    submit: async ({ sections }, { idempotencyKey }) => {
      const body = { kind, language, sections }
      const saved = await call(wordingEndpoints.save, { body, idempotencyKey })
      await client.invalidateQueries({ queryKey: viewKey(wordingEndpoints.list) })
      toast(`Fassung ${saved.number} gespeichert`)
      onDone()
    },
  })
  const faults = wordingFaults(WordingSections.parse(form.values.sections))
  return (
    <Form form={form} action="Als neue Fassung speichern" labels={labels} onCancel={onDone}>
      <p className="kern-body">
        Wörter in eckigen Klammern ersetzt Lotse durch die Angaben des einzelnen Falls. Auch möglich:{' '}
        {Object.values(placeholders).join(' ')}
      </p>
      {WordingSection.options.map((section) => (
        <TextArea
          key={section}
          label={wordingSectionLabels[section]}
          hint={hintOf(section)}
          rows={3}
          maxLength={2000}
          lang={language}
          dir="auto"
          {...form.field(`sections.${section}`)}
        />
      ))}
      {faults.length > 0 && (
        <Alert tone="info" title="Das fehlt, bevor der Text in Gebrauch genommen werden kann">
          <WordingFaults faults={faults} />
        </Alert>
      )}
    </Form>
  )
}

function hintOf(section: WordingSection): string | undefined {
  const needed = neededPlaceholder[section]
  if (needed) return `Enthält ${placeholders[needed]}.`
  if (section === 'controller' || section === 'protectionOfficer')
    return 'Mit Telefon, E-Mail oder Anschrift: So erreicht die Person diese Stelle.'
  return section === 'introduction' ? 'Darf leer bleiben.' : undefined
}
