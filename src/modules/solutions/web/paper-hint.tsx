import { useId, type ReactElement } from 'react'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Notice } from '../../../platform/web/ui/notice.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { ValidPaper } from '../contract/papers.ts'
import { papersFor, type TouchedOffice } from './papers-for.ts'
import './solutions.css'

interface HintProps {
  /** The office that a referral or handover touches; nothing chosen yet: no organisation. */
  office: TouchedOffice
}

/** The interface papers in force with an office. One request for the whole page, kept for all places on it. */
export default function PaperHint({ office }: HintProps): ReactElement | null {
  const view = useView(paperEndpoints.inForce)
  const id = useId()
  const papers = papersFor(office, view.data?.rows ?? [])
  if (papers.length === 0) return null
  return (
    <Notice
      title={papers.length === 1 ? 'Es gilt ein Schnittstellenpapier' : 'Es gelten Schnittstellenpapiere'}
    >
      <ul className="solutions-list" id={id}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <Paper paper={paper} office={office} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Paper({ paper, office }: { paper: ValidPaper; office: TouchedOffice }): ReactElement {
  const contacts = paper.parties.filter(
    (party) => party.organisationId === office.organisationId && party.contactFunction,
  )
  return (
    <>
      <Link to="/schnittstellenpapiere/$id" params={{ id: paper.id }}>
        {paper.title}
      </Link>{' '}
      (seit <Day at={paper.validFrom} />)
      {contacts.map((party) => (
        <p className="kern-body" key={`${party.organisationId} ${party.unitId}`}>
          Ansprechstelle:{' '}
          {[party.label, party.contactFunction, party.contactReach].filter(Boolean).join(' · ')}
        </p>
      ))}
      {paper.handover && (
        <details className="lt-why">
          <summary>So geht die Übergabe</summary>
          <p className="kern-body solutions-words">{paper.handover}</p>
        </details>
      )}
    </>
  )
}
