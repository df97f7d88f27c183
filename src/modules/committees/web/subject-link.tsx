import type { ReactElement } from 'react'

import { Link } from '../../../platform/web/ui/link.tsx'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import type { SubjectKind } from '../contract/codes.ts'

interface Place {
  readonly label: string
  readonly to: string
  readonly right: string
}

/** Where what an item or a decision is about has its page, for whoever may open it. */
const places: Readonly<Partial<Record<SubjectKind, Place>>> = {
  theme: { label: 'Zum Thema', to: '/themen/$id', right: 'theme.read' },
  interfacePaper: {
    label: 'Zum Schnittstellenpapier',
    to: '/schnittstellenpapiere/$id',
    right: 'paper.read',
  },
  agreement: {
    label: 'Zur Kooperationsvereinbarung',
    to: '/vereinbarungen/$id',
    right: 'agreementRegister.read',
  },
  measure: { label: 'Zur Empfehlung', to: '/massnahmen/$id', right: 'measure.read' },
  barrier: { label: 'Zur Hürde', to: '/huerden/$id', right: 'barrier.read' },
  commission: { label: 'Zu den Aufträgen', to: '/arbeitsauftraege', right: 'decision.read' },
  actionItem: { label: 'Zu den Aufträgen', to: '/arbeitsauftraege', right: 'decision.read' },
}

interface SubjectLinkProps {
  item: { subjectKind: SubjectKind; subjectId: string | null; subjectTitle: string | null }
}

export function SubjectLink({ item }: SubjectLinkProps): ReactElement | null {
  const { rights } = useApp().session
  const place = places[item.subjectKind]
  if (!place || item.subjectId === null || !rights.has(place.right)) return null
  return (
    <Link to={place.to} params={{ id: item.subjectId }}>
      {item.subjectTitle ? `${place.label}: ${item.subjectTitle}` : place.label}
    </Link>
  )
}
