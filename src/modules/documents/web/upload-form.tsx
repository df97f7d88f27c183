import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react'

import { ProblemError } from '../../../platform/web/problem-error.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { FieldFrame } from '../../../platform/web/ui/field-frame.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Progress } from '../../../platform/web/ui/progress.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { uploadFile } from '../../../platform/web/upload-file.ts'
import {
  documentEndpoints,
  DocumentKind,
  documentKindLabels,
  MAX_BYTES,
  type DocumentView,
} from '../contract/documents.ts'
import { titleOf } from '../rules.ts'

interface UploadFormProps {
  caseId: string
  /** Fixed where another module asks for a certain document. */
  kind?: DocumentKind
  /** Proposed title; else the name of the file. */
  title?: string
  onUploaded: (document: DocumentView) => void
  onCancel: () => void
}

const accept = '.pdf,.png,.jpg,.jpeg,.txt'

/** One file with its title. What it is, the server finds out from its content. */
export function UploadForm(props: UploadFormProps): ReactElement {
  const id = useId()
  const [file, setFile] = useState<File>()
  const [title, setTitle] = useState(props.title ?? '')
  const [kind, setKind] = useState<DocumentKind>(props.kind ?? 'letter')
  const [secret, setSecret] = useState(false)
  const [missing, setMissing] = useState(false)
  const { share, error, send } = useUpload(props.caseId, props.onUploaded)
  const tooLarge = file !== undefined && file.size > MAX_BYTES
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setMissing(false)
    if (chosen && title === '') setTitle(titleOf(chosen.name))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!file) return setMissing(true)
    if (!tooLarge) send({ file, title: title.trim() || titleOf(file.name), kind, secret })
  }
  const problem = missing
    ? 'Wählen Sie eine Datei.'
    : tooLarge
      ? 'Die Datei ist größer als 10 MB. Bitte scannen Sie mit geringerer Auflösung.'
      : undefined
  return (
    <form className="lt-form" noValidate onSubmit={submit}>
      <ProblemAlert error={error} />
      <FieldFrame
        id={id}
        label="Datei"
        required
        hint="PDF, Bild (PNG, JPEG) oder einfacher Text, höchstens 10 MB. Ort und Gerät werden aus Bildern entfernt."
        error={problem}
      >
        <input
          id={id}
          type="file"
          accept={accept}
          className="kern-form-input__input document-file"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </FieldFrame>
      <TextField id={`${id}-title`} label="Titel" value={title} maxLength={200} onChange={setTitle} />
      {props.kind === undefined && (
        <Select
          id={`${id}-kind`}
          label="Art"
          width="medium"
          value={kind}
          options={DocumentKind.options.map((value) => ({ value, label: documentKindLabels[value] }))}
          onChange={(value) => value && setKind(value)}
        />
      )}
      <Checkbox
        id={`${id}-secret`}
        label="Unterliegt der Schweigepflicht (§ 203 StGB)"
        hint="Dann öffnen es weder ein genannter Grund noch die Einwilligung für das KIM-Team."
        value={secret}
        onChange={setSecret}
      />
      {share !== undefined && <Sending share={share} />}
      <div className="lt-actions lt-form__actions">
        <Button type="submit" variant="primary" busy={share !== undefined}>
          Hochladen
        </Button>
        <Button variant="tertiary" onClick={props.onCancel}>
          Abbrechen
        </Button>
      </div>
    </form>
  )
}

function Sending({ share }: { share: number }): ReactElement {
  return share < 1 ? (
    <Progress label="Wird übertragen" value={Math.round(share * 100)} text={`${Math.round(share * 100)} %`} />
  ) : (
    <Progress label="Wird geprüft" />
  )
}

/** The title travels as a file's name: the server cuts off folder and ending again, quotes would come escaped. */
const fileNameOf = (title: string): string => `${title.replaceAll(/[/\\]/g, '-').replaceAll('"', '”')}.bin`

interface Wish {
  file: File
  title: string
  kind: DocumentKind
  secret: boolean
}

/** Sends, tells how far it is, and stops when the form goes away. */
function useUpload(caseId: string, onUploaded: (document: DocumentView) => void) {
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = ({ file, title, kind, secret }: Wish) => {
    const controller = new AbortController()
    running.current = controller
    setError(undefined)
    setShare(0)
    uploadFile(documentEndpoints.upload, {
      params: { id: caseId },
      query: { kind, secrecy203: secret },
      file,
      name: fileNameOf(title),
      onProgress: setShare,
      signal: controller.signal,
    }).then(
      (document) => {
        setShare(undefined)
        onUploaded(document)
      },
      (problem: unknown) => {
        if (controller.signal.aborted) return
        setShare(undefined)
        setError(problem instanceof ProblemError ? problem : new Error('upload'))
      },
    )
  }
  return { share, error, send }
}
