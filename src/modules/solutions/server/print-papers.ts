import Docxtemplater from 'docxtemplater'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import PizZip from 'pizzip'
import { germanDate } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { approvalLabels, paperStateLabels, sectionLabels, sections } from '../contract/codes.ts'
import { legalDomainLabels } from '../../structure/index.ts'
import type { PaperView } from '../contract/papers.ts'
import { readPaper } from './paper-screens.ts'
import { aboutPaper } from './write-papers.ts'

/** A text document with `{placeholders}`; an office may put its own letterhead into it. */
const TEMPLATE = fileURLToPath(new URL('./interface-paper.docx', import.meta.url))

const day = (date: string | null, otherwise: string) => (date === null ? otherwise : germanDate(date))
const stateOf = (paper: PaperView) =>
  paper.state === 'expired' ? 'abgelaufen' : paperStateLabels[paper.state]

/** The version as PDF/UA, drafts marked as such. Throws 404, `unavailable`. */
export async function printPaper(tx: Tx, actor: Actor, id: string, now: Temporal.Instant): Promise<Download> {
  const paper = await readPaper(tx, actor, id, dayOf(now))
  const head = await letterhead(tx)
  await audit(tx, { action: 'interfacePaper.printed', ...aboutPaper(id), details: { as: 'pdf' } })
  const bytes = await renderSheet({ title: paper.title, ...head, blocks: blocksOf(paper) }, now)
  return { name: `Schnittstellenpapier-${paper.number}-${dayOf(now)}.pdf`, bytes }
}

function blocksOf(paper: PaperView): SheetBlock[] {
  return [
    {
      kind: 'facts',
      pairs: [
        ['Schnittstellenpapier', `Fassung ${paper.number}, ${stateOf(paper)}`],
        ['Gültig ab', day(paper.validFrom, 'noch nicht in Kraft')],
        ['Gültig bis', day(paper.validUntil, 'unbefristet')],
        ['Überprüfung am', day(paper.reviewOn, 'offen')],
        ['Rechtskreise', paper.legalDomains.map((key) => legalDomainLabels[key]).join(', ')],
      ],
    },
    { kind: 'heading', level: 1, text: 'Parteien und Ansprechstellen' },
    {
      kind: 'table',
      widths: [3, 3, 2, 2],
      header: ['Partei', 'Ansprechstelle (Funktion)', 'Erreichbar', 'Zustimmung'],
      rows: paper.parties.map((party) => [
        party.label,
        party.contactFunction ?? '',
        party.contactReach ?? '',
        approvalOf(party),
      ]),
    },
    ...sections.flatMap((section): SheetBlock[] => {
      const text = paper.sections[section]
      if (text === undefined) return []
      return [
        { kind: 'heading', level: 1, text: sectionLabels[section] },
        { kind: 'text', text },
      ]
    }),
  ]
}

const approvalOf = ({ approval, approvalOn, saidBy }: PaperView['parties'][number]) =>
  approval === 'open'
    ? approvalLabels.open
    : `${approvalLabels[approval]}, ${saidBy ?? ''}, ${day(approvalOn, '')}`

/** The version filled into the template. Text is set as text, whatever it contains. Throws 404. */
export async function writePaper(tx: Tx, actor: Actor, id: string, now: Temporal.Instant): Promise<Download> {
  const paper = await readPaper(tx, actor, id, dayOf(now))
  const head = await letterhead(tx)
  await audit(tx, { action: 'interfacePaper.printed', ...aboutPaper(id), details: { as: 'docx' } })
  const document = new Docxtemplater(new PizZip(readFileSync(TEMPLATE)), {
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    nullGetter: () => '',
  })
  document.render({
    ...head,
    title: paper.title,
    number: paper.number,
    state: stateOf(paper),
    validFrom: day(paper.validFrom, 'noch nicht in Kraft'),
    validUntil: day(paper.validUntil, 'unbefristet'),
    reviewOn: day(paper.reviewOn, 'offen'),
    legalDomains: paper.legalDomains.map((key) => legalDomainLabels[key]).join(', '),
    parties: paper.parties.map((party) => ({ ...party, approval: approvalOf(party) })),
    sections: sections.flatMap((section) => {
      const text = paper.sections[section]
      return text === undefined ? [] : [{ heading: sectionLabels[section], text }]
    }),
  })
  const name = `Schnittstellenpapier-${paper.number}-${dayOf(now)}.docx`
  return { name, bytes: document.toBuffer({ compression: 'DEFLATE' }) }
}
