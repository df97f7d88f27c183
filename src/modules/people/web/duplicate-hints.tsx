import type { ReactElement } from 'react'
import { BirthDate, germanBirthDate } from '../../../platform/contract/dates.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { ProblemError } from '../../../platform/web/problem-error.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Why } from '../../../platform/web/ui/why.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useView } from '../../../platform/web/use-view.ts'
import {
  duplicateEndpoints,
  type DuplicateCandidate,
  type RestrictedFileHint,
} from '../contract/duplicates.ts'
import { BirthForm, type ShortPersonFormValues } from './person-form-values.ts'
import './duplicate-hints.css'

interface DuplicateHintsProps {
  /** The person as typed so far. */
  typed: ShortPersonFormValues
  /** Who was already told apart: not shown again. */
  told: readonly string[]
  /** „Ist dieselbe Person“. */
  onSame: (candidate: DuplicateCandidate) => void
  /** „Andere Person“. */
  onOther: (id: string) => void
}

/** While a person is typed: who is known already, and whether a file could exist elsewhere. Read out when it appears. */
export function DuplicateHints({ typed, ...rest }: DuplicateHintsProps): ReactElement {
  const key = useSettled(JSON.stringify(wishOf(typed)), 600)
  const wish = JSON.parse(key) as ReturnType<typeof wishOf>
  const enough = wish.familyName.length >= 2 && wish.givenName.length >= 2
  return <div aria-live="polite">{enough && <Answer wish={wish} {...rest} />}</div>
}

function wishOf({ familyName, givenName, birthDate }: ShortPersonFormValues) {
  const birth = BirthForm.safeParse(birthDate)
  const none: BirthDate = { precision: 'unknown' }
  return {
    familyName: familyName.trim(),
    givenName: givenName.trim(),
    birthDate: birth.success ? birth.data : none,
  }
}

type AnswerProps = Omit<DuplicateHintsProps, 'typed'> & { wish: ReturnType<typeof wishOf> }

function Answer({ wish, told, onSame, onOther }: AnswerProps): ReactElement | null {
  const answer = useView(duplicateEndpoints.check, { body: wish })
  if (answer.error instanceof ProblemError && answer.error.problem.code === 'tooManyDuplicateChecks') {
    return <p className="kern-body kern-body--small kern-body--muted">{answer.error.problem.title}</p>
  }
  if (!answer.data) return null
  const { candidates, restricted, elsewhere } = answer.data
  const open = candidates.filter(({ id }) => !told.includes(id))
  return (
    <div className="lt-stack">
      {open.length > 0 && (
        <Alert tone="info" title="Ist das eine dieser Personen?">
          <ul className="people-candidates">
            {open.map((one) => (
              <Candidate
                key={one.id}
                candidate={one}
                onSame={() => onSame(one)}
                onOther={() => onOther(one.id)}
              />
            ))}
          </ul>
        </Alert>
      )}
      {restricted.length > 0 && <Restricted files={restricted} />}
      {elsewhere && <Elsewhere {...elsewhere} />}
    </div>
  )
}

interface CandidateProps {
  candidate: DuplicateCandidate
  onSame: () => void
  onOther: () => void
}

/** One of the persons somebody could be, with what to decide. */
export function Candidate({ candidate, onSame, onOther }: CandidateProps): ReactElement {
  const name = `${candidate.familyName}, ${candidate.givenName}`
  return (
    <li>
      <span>
        <strong>{name}</strong>, geboren: {germanBirthDate(candidate.birthDate)}
        {candidate.place && `, ${candidate.place}`}
      </span>
      <span>
        {candidate.cases.map(({ id, fileNumber, closedOn }) => (
          <Link key={id} to={`/faelle/${id}`}>
            {closedOn === null ? fileNumber : `${fileNumber} (abgeschlossen am ${formatDate(closedOn)})`}
          </Link>
        ))}
      </span>
      <div className="lt-actions">
        <Button size="small" onClick={onSame} aria-label={`Ist dieselbe Person: ${name}`}>
          Ist dieselbe Person
        </Button>
        <Button size="small" variant="tertiary" onClick={onOther} aria-label={`Andere Person als ${name}`}>
          Andere Person
        </Button>
      </div>
    </li>
  )
}

/** Own files that closed after aftercare: reopened, not begun anew. */
export function Restricted({ files }: { files: readonly RestrictedFileHint[] }): ReactElement {
  return (
    <Alert tone="warning" title="Eine eigene, eingeschränkte Akte könnte bestehen">
      <ul className="people-candidates">
        {files.map(({ id, fileNumber, initials, birthYear, closedOn }) => (
          <li key={id}>
            <span>
              {initials ?? 'ohne Namen'}
              {birthYear !== null && `, geboren ${birthYear}`}, abgeschlossen am {formatDate(closedOn)}
            </span>
            <Link to="/faelle/eingeschraenkt" search={{ akte: id }}>
              {fileNumber} wieder aufnehmen
            </Link>
          </li>
        ))}
      </ul>
      <Why source="Art. 18 DSGVO">
        Nach der Nachsorge sind die Inhalte geschlossen. Sie öffnen sich wieder, wenn Sie den Fall mit einem
        Grund wieder aufnehmen.
      </Why>
    </Alert>
  )
}

/** A file that stays hidden could be about the same person. */
export function Elsewhere({
  office,
  contact,
}: {
  office: string | null
  contact: string | null
}): ReactElement {
  const whom = contact === null ? (office ?? 'der KIM-Leitung') : `${contact} (Koordination)`
  return (
    <Alert tone="warning" title="Eine Akte könnte bestehen">
      <p className="kern-body">
        Bitte bei {whom} anfragen, bevor Sie eine neue Akte anlegen. Weiterschreiben und speichern können Sie
        trotzdem.
      </p>
      <Why source="Art. 5 Abs. 1 Buchst. c DSGVO">
        Die Akte gehört zu einer Stelle, deren Fälle Sie nicht sehen, oder ist nach der Nachsorge
        eingeschränkt. Mehr als diesen Hinweis gibt es hier deshalb nicht. Dass geprüft wurde, steht im
        Protokoll, der Name nicht.
      </Why>
    </Alert>
  )
}
