import type { ReactElement } from 'react'

import { SvgDrawing } from '../../../platform/web/ui/svg-drawing.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { chainDrawing } from '../rules/chain-drawing.ts'
import { weeks } from '../rules/service-chain.ts'

type Step = ReconstructionView['chains']['actual'][number] & { at: number }

const columns: Column<Step>[] = [
  { key: 'label', header: 'Schritt', rowHeader: true, cell: (step) => `${step.at}. ${step.label}` },
  { key: 'organisation', header: 'Stelle', cell: (step) => step.organisation ?? '–' },
  { key: 'legalDomain', header: 'Rechtskreis', cell: (step) => step.legalDomain ?? '–' },
  {
    key: 'waiting',
    header: 'Wartezeit davor',
    cell: (step) => (step.waitingWeeks === null ? 'nicht bekannt' : weeks(step.waitingWeeks)),
  },
  { key: 'remarks', header: 'Auffällig', cell: (step) => step.remarks.join(', ') || '–' },
]

/** Both chains as drawings, each with its table, and what differs in words. */
export function ChainView({
  chains,
  title,
}: {
  chains: ReconstructionView['chains']
  title: string
}): ReactElement {
  return (
    <div className="lt-stack">
      <div className="theme-chains">
        <Chain
          heading="Ablauf heute"
          chain={chains.actual}
          title={title}
          empty="Er entsteht aus den Stationen."
        />
        <Chain
          heading="Ablauf künftig"
          chain={chains.target}
          title={title}
          empty="Noch nicht beschrieben, wie es laufen soll."
        />
      </div>
      {chains.differences.length > 0 && (
        <>
          <h3 className="kern-title">Was sich ändert</h3>
          <ul>
            {chains.differences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface ChainProps {
  heading: string
  chain: ReconstructionView['chains']['actual']
  title: string
  empty: string
}

function Chain({ heading, chain, title, empty }: ChainProps): ReactElement {
  const caption = `${heading}: ${title}`
  return (
    <figure className="theme-chain-figure">
      <h3 className="kern-title">{heading}</h3>
      {chain.length === 0 ? (
        <p className="kern-body">{empty}</p>
      ) : (
        <>
          <SvgDrawing node={chainDrawing(chain, `${caption}. Dieselben Schritte stehen in der Tabelle.`)} />
          <details>
            <summary>{heading} als Tabelle</summary>
            <Table
              caption={caption}
              hideCaption
              columns={columns}
              rows={chain.map((step, index) => ({ ...step, at: index + 1 }))}
              rowKey={(step) => String(step.at)}
            />
          </details>
        </>
      )}
    </figure>
  )
}
