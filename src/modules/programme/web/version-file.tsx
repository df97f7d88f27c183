import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { FieldFrame } from '../../../platform/web/ui/field-frame.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Progress } from '../../../platform/web/ui/progress.tsx'
import { uploadFile } from '../../../platform/web/upload-file.ts'
import { MAX_BYTES } from '../../documents/index.ts'
import { programmeVersionEndpoints } from '../contract/documents.ts'
import { useDone } from './use-programme-action.ts'

const hint = 'PDF, Bild (PNG, JPEG) oder einfacher Text, höchstens 10 MB. Der Inhalt wird geprüft.'

/** The file of a draft. */
export function VersionFile({ id: versionId, onDone }: { id: string; onDone: () => void }): ReactElement {
  const id = useId()
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const { share, error, send } = useSending(versionId, onDone)
  const problem = missing
    ? 'Wählen Sie eine Datei.'
    : file !== undefined && file.size > MAX_BYTES
      ? 'Die Datei ist größer als 10 MB.'
      : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!file) setMissing(true)
    else if (problem === undefined) void send(file)
  }
  return (
    <form className="lt-form" noValidate onSubmit={submit}>
      <ProblemAlert error={error} />
      <FieldFrame id={id} label="Datei" required hint={hint} error={problem}>
        <input
          id={id}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.txt"
          className="kern-form-input__input document-file"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error ${id}-hint` : `${id}-hint`}
          onChange={(event) => {
            setFile(event.target.files?.[0])
            setMissing(false)
          }}
        />
      </FieldFrame>
      {share !== undefined && (
        <Progress label={share < 1 ? 'Wird übertragen' : 'Wird geprüft'} value={Math.round(share * 100)} />
      )}
      <div className="lt-actions lt-form__actions">
        <Button type="submit" variant="primary" busy={share !== undefined}>
          Hochladen
        </Button>
        <Button variant="tertiary" onClick={onDone}>
          Abbrechen
        </Button>
      </div>
    </form>
  )
}

/** Stops when the form goes away. */
function useSending(versionId: string, close: () => void) {
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const running = useRef<AbortController>(undefined)
  const done = useDone(close)
  useEffect(() => () => running.current?.abort(), [])
  const send = async (file: File) => {
    running.current = new AbortController()
    const { signal } = running.current
    setError(undefined)
    setShare(0)
    const options = {
      params: { id: versionId },
      query: {},
      file,
      name: file.name,
      onProgress: setShare,
      signal,
    }
    try {
      await uploadFile(programmeVersionEndpoints.upload, options)
      await done('Datei gespeichert')
    } catch (problem) {
      if (signal.aborted) return
      setShare(undefined)
      setError(problem)
    }
  }
  return { share, error, send }
}
