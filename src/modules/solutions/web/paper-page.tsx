import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { sectionLabels, sections } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView } from '../contract/papers.ts'
import { PaperActions } from './paper-actions.tsx'
import { PaperComments } from './paper-comments.tsx'
import { PaperEditor } from './paper-editor.tsx'
import { PaperParties } from './paper-parties.tsx'
import { PaperTheme } from './paper-theme.tsx'
import { PaperVersions } from './paper-versions.tsx'
import './solutions.css'
import { paperTones, paperWord } from './words.ts'

/** One version of an interface paper. */
export function PaperPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView(paperEndpoints.read, { params: { id } })
  const client = useQueryClient()
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const paper = view.data
  const refresh = async () => {
    setEditing(false)
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(paperEndpoints.read) }),
      client.invalidateQueries({ queryKey: viewKey(paperEndpoints.list) }),
      client.invalidateQueries({ queryKey: viewKey(paperEndpoints.inForce) }),
      client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) }),
    ])
  }
  const leave = async (to?: string) => {
    const path = to === undefined ? '/schnittstellenpapiere' : '/schnittstellenpapiere/$id'
    await navigate({ to: path as string, ...(to === undefined ? {} : { params: { id: to } as never }) })
    await refresh()
  }
  return (
    <Page
      title={paper?.title ?? 'Schnittstellenpapier'}
      windowTitle="Schnittstellenpapier"
      breadcrumb={[
        { label: 'Schnittstellenpapiere', to: '/schnittstellenpapiere' },
        { label: paper ? `Fassung ${paper.number}` : 'Papier' },
      ]}
      actions={paper && <Badge tone={paperTones[paper.state]}>{paperWord(paper.state)}</Badge>}
    >
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {paper && editing && (
        <PaperEditor editing={paper} onDone={() => void refresh()} onCancel={() => setEditing(false)} />
      )}
      {paper && !editing && (
        <div className="lt-stack" key={paper.version}>
          <PaperActions
            paper={paper}
            onEdit={() => setEditing(true)}
            onChanged={() => void refresh()}
            onLeave={(to) => void leave(to)}
          />
          <Facts paper={paper} onChanged={() => void refresh()} />
          <PaperParties paper={paper} onChanged={() => void refresh()} />
          <Sections paper={paper} />
          <PaperComments paper={paper} onChanged={() => void refresh()} />
          <PaperVersions paper={paper} />
        </div>
      )}
    </Page>
  )
}

function Facts({ paper, onChanged }: { paper: PaperView; onChanged: () => void }): ReactElement {
  const params = { id: paper.id }
  const link = 'kern-link kern-link--no-visited-state lt-link'
  return (
    <>
      <DescriptionList
        items={[
          { term: 'Thema', value: <PaperTheme paper={paper} onChanged={onChanged} /> },
          { term: 'Rechtskreise', value: paper.legalDomains.map((key) => legalDomainLabels[key]).join(', ') },
          ...(paper.changeNote === null ? [] : [{ term: 'Neu in dieser Fassung', value: paper.changeNote }]),
          {
            term: 'Gültig ab',
            value: paper.validFrom ? <Day at={paper.validFrom} /> : 'noch nicht in Kraft',
          },
          { term: 'Gültig bis', value: paper.validUntil ? <Day at={paper.validUntil} /> : 'unbefristet' },
          {
            term: 'Überprüfung am',
            value: paper.reviewOn && (
              <>
                <Day at={paper.reviewOn} /> {paper.reviewDue && <Badge tone="warning">fällig</Badge>}
              </>
            ),
          },
        ]}
      />
      <p className="lt-actions">
        <a className={link} href={addressOf(paperEndpoints.pdf, params)} download>
          Als PDF
        </a>
        <a className={link} href={addressOf(paperEndpoints.docx, params)} download>
          Als Textdokument (DOCX)
        </a>
      </p>
    </>
  )
}

function Sections({ paper }: { paper: PaperView }): ReactElement {
  return (
    <>
      {sections.map((section) => (
        <section key={section} aria-label={sectionLabels[section]}>
          <h2 className="kern-heading-small">{sectionLabels[section]}</h2>
          <p className="kern-body solutions-words">
            {paper.sections[section] ?? <span className="kern-body--muted">Noch nicht geschrieben.</span>}
          </p>
        </section>
      ))}
    </>
  )
}
