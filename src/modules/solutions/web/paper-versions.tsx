import type { ReactElement } from 'react'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import type { PaperView } from '../contract/papers.ts'
import { paperTones, paperWord } from './words.ts'

/** All versions of the paper, newest first; what changed is a page of its own. */
export function PaperVersions({ paper }: { paper: PaperView }): ReactElement {
  return (
    <Card title="Fassungen">
      <ul className="solutions-list">
        {paper.versions.map((one) => (
          <li key={one.id}>
            {one.id === paper.id ? (
              <strong>Fassung {one.number}</strong>
            ) : (
              <Link to="/schnittstellenpapiere/$id" params={{ id: one.id }}>
                Fassung {one.number}
              </Link>
            )}{' '}
            <Badge tone={paperTones[one.state]}>{paperWord(one.state)}</Badge>{' '}
            {one.validFrom && (
              <>
                gilt ab <Day at={one.validFrom} />{' '}
              </>
            )}
            {one.changeNote && <span className="solutions-words">· {one.changeNote} </span>}
            {one.number > 1 && (
              <Link to="/schnittstellenpapiere/$id/aenderungen" params={{ id: one.id }}>
                Änderungen in Fassung {one.number}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
