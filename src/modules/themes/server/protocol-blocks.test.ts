import { afterAll, expect, test } from 'vitest'
import { closePdf, renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import type { ReconstructionView } from '../contract/reconstructions.ts'
import { protocolBlocks } from './protocol-blocks.ts'

afterAll(() => closePdf())

const station = (title: string) => ({
  title,
  month: 2,
  durationWeeks: 4,
  happened: null,
  actors: 'Jobcenter',
  legalDomains: [],
  marks: ['break' as const],
  waitingWeeks: 6,
  helped: 'Die Nachbarin kam mit.',
})
const figures = { steps: 1, organisations: 1, waitingWeeks: 6, breaks: 1 }
const step = { label: 'Antrag', organisation: 'Jobcenter', legalDomain: null, waitingWeeks: 6 }
const view = (stations: ReconstructionView['stations']): ReconstructionView => ({
  id: '00000000-0000-4000-8000-000000000000',
  title: 'Weg in den Kurs',
  origin: 'constructed',
  state: 'running',
  stations,
  result: null,
  theme: null,
  moderator: null,
  situation: null,
  hypothesis: null,
  comparisons: [
    {
      label: 'Fall C',
      alike: 'same',
      note: null,
      reconstructionId: null,
      barrierId: null,
      figures: { ...figures, waitingWeeks: 9 },
      barrier: { kind: 'gap', daysLost: 'upTo30', lasting: 'upTo3Months' },
    },
  ],
  targetChain: [],
  participants: null,
  heldOn: null,
  stepsDone: [],
  resultWords: null,
  resultOn: null,
  chains: {
    actual: [{ ...step, remarks: ['Bruch'] }],
    target: [{ ...step, waitingWeeks: 1, remarks: [] }],
    differences: [],
  },
  figures,
  can: [],
  version: 1,
})
/** Rows of the table below a heading. */
function tableBelow(blocks: readonly SheetBlock[], heading: string) {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  const table = blocks.slice(from).find((block) => block.kind === 'table')
  return table?.kind === 'table' ? table.rows : []
}

test('the protocol has the time line with breaks and what helped, the comparison with figures, both chains', () => {
  const blocks = protocolBlocks(view([station('Antrag')]))
  expect(tableBelow(blocks, 'Stationen auf der Zeitachse')).toEqual([
    ['1. Antrag', '2', '6 Wochen', '4 Wochen', 'Bruch', 'Die Nachbarin kam mit.'],
  ])
  const [own, other] = tableBelow(blocks, 'Vergleich in Zahlen')
  expect(own).toEqual(['Dieser Fall', '1', '1', '6 Wochen', '1', '–'])
  expect([other?.[3], other?.[5]]).toEqual(['9 Wochen', expect.stringContaining('verlorene Tage')])
  expect(tableBelow(blocks, 'Ablauf heute')).toEqual([['1. Antrag', 'Jobcenter', '–', '6 Wochen', 'Bruch']])
  expect(tableBelow(blocks, 'Ablauf künftig')).toEqual([['1. Antrag', 'Jobcenter', '–', '1 Woche', '–']])
  expect(blocks.filter(({ kind }) => kind === 'drawing')).toHaveLength(3)
})

test('a course of sixty long stations is drawn in parts that fit on a page', async () => {
  const long = Array.from({ length: 60 }, (_, at) => station(`${at} ${'Warten auf den Bescheid '.repeat(7)}`))
  const blocks = protocolBlocks(view(long))
  const drawn = blocks.filter(({ kind }) => kind === 'drawing')
  expect(drawn).toHaveLength(6 + 2)
  const sheet = { title: 'Weg in den Kurs', district: 'Kreis', blocks }
  const pdf = await renderSheet(sheet, Temporal.Instant.from('2026-11-21T10:00:00Z'))
  expect(Buffer.from(pdf).includes('pdfuaid:part')).toBe(true)
})
