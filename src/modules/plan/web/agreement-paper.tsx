import type { ReactElement } from 'react'

import type { AgreementDocument, Block, Side, SignatureLine } from '../rules/agreement-document.ts'

interface AgreementPaperProps {
  document: AgreementDocument
  /** Level of the title in the page's outline. */
  level?: 3 | 2
}

/** The agreement as printed: German left, the client's language right, row by row. */
export function AgreementPaper({ document: paper, level = 3 }: AgreementPaperProps): ReactElement {
  const Title = `h${level}` as const
  return (
    <div className={`plan-paper${paper.lang === null ? '' : ' plan-paper--two'}`} lang="de">
      <p className="plan-paper__small">{paper.district}</p>
      {paper.fundersNote !== '' && <p className="plan-paper__small">{paper.fundersNote}</p>}
      <Title className="plan-paper__title">{paper.title}</Title>
      <div className="plan-paper__row">
        <p>{paper.kiName}</p>
        {paper.otherTitle !== null && (
          <p className="plan-paper__title" lang={paper.lang ?? undefined} dir={paper.direction}>
            {paper.otherTitle}
          </p>
        )}
      </div>
      {paper.blocks.map((block, index) => (
        <Row key={index} block={block} paper={paper} level={level} />
      ))}
      <Row block={paper.signatures.heading} paper={paper} level={level} />
      {paper.signatures.signed && <Row block={paper.signatures.signed} paper={paper} level={level} />}
      <div className="plan-paper__lines">
        {paper.signatures.lines.map((line, index) => (
          <Line key={index} line={line} paper={paper} />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  block: Block
  paper: AgreementDocument
  level: 2 | 3
}

function Row({ block, paper, level }: RowProps): ReactElement {
  return (
    <div className={`plan-paper__row plan-paper__row--${block.kind}`}>
      <Words kind={block.kind} side={block.german} level={level} />
      {block.other && (
        <Words
          kind={block.kind}
          side={block.other}
          level={level}
          lang={paper.lang ?? undefined}
          dir={paper.direction}
        />
      )}
    </div>
  )
}

interface WordsProps {
  kind: Block['kind']
  side: Side
  level: 2 | 3
  lang?: string | undefined
  dir?: 'ltr' | 'rtl'
}

function Words({ kind, side, level, lang, dir }: WordsProps): ReactElement {
  const marked = { lang: side.lang ?? lang, dir }
  if (kind === 'heading' || kind === 'subheading') {
    const Heading = `h${level + (kind === 'heading' ? 1 : 2)}` as 'h4'
    return (
      <Heading className="plan-paper__heading" {...marked}>
        {side.text}
      </Heading>
    )
  }
  if (kind === 'item') {
    return (
      <ul {...marked}>
        <li>{side.text}</li>
      </ul>
    )
  }
  return <p {...marked}>{side.text}</p>
}

function Line({ line, paper }: { line: SignatureLine; paper: AgreementDocument }): ReactElement {
  return (
    <p className="plan-paper__line">
      {line.german}
      {line.other !== null && (
        <>
          {' · '}
          <span lang={paper.lang ?? undefined} dir={paper.direction}>
            {line.other}
          </span>
        </>
      )}
      {line.name && <strong>{line.name}</strong>}
    </p>
  )
}
