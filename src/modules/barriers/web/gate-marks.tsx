import type { ReactElement } from 'react'

import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { markAdvice, markKindLabels, type GateMark } from '../contract/marks.ts'

const fieldNames: Readonly<Record<string, string>> = {
  title: 'Kurz in einem Satz',
  description: 'Was ist passiert?',
  helped: 'Was hat geholfen?',
  clientView: 'Wie sieht es die Person?',
  content: 'Ihr Text',
  situation: 'Was macht den Fall schwierig?',
  interplay: 'Wie hängen die Stellen zusammen?',
  question: 'Was muss entschieden werden?',
}

interface GateMarksProps {
  marks: readonly GateMark[]
  accepted: readonly string[]
  onAccept: (accepted: string[]) => void
}

/** What was found in the text: what has to go, and what a person decides, each with the reason. */
export function GateMarks({ marks, accepted, onAccept }: GateMarksProps): ReactElement | null {
  if (marks.length === 0) return null
  const stops = marks.filter(({ severity }) => severity === 'stop')
  const checks = marks.filter(({ severity }) => severity === 'check')
  return (
    <div className="lt-stack" role="group" aria-label="Gefunden im Text">
      {stops.length > 0 && (
        <Alert tone="danger" title="Das muss aus dem Text heraus">
          <ul>
            {stops.map((mark) => (
              <li key={`${mark.field} ${mark.from}`}>
                „<strong>{mark.text}</strong>“ ({fieldNames[mark.field] ?? mark.field}):{' '}
                {markKindLabels[mark.kind]}. {markAdvice[mark.kind]}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {[...new Map(checks.map((mark) => [mark.text, mark])).values()].map((mark) => (
        <Checkbox
          key={mark.text}
          id={`mark-${mark.field}-${mark.from}`}
          name="accepted"
          label={`„${mark.text}“ verrät niemanden`}
          hint={`${markKindLabels[mark.kind]}. ${markAdvice[mark.kind]}`}
          value={accepted.includes(mark.text)}
          onChange={(on) =>
            onAccept(on ? [...accepted, mark.text] : accepted.filter((one) => one !== mark.text))
          }
          error={undefined}
        />
      ))}
    </div>
  )
}
