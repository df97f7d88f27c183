import { expect, test } from 'vitest'
import { svgText } from '../../../platform/contract/svg.ts'
import { chainDrawing, wrap } from './chain-drawing.ts'
import { actualChain, chainDifferences, type ChainStep } from './service-chain.ts'

const step = (label: string, more: Partial<ChainStep> = {}): ChainStep => ({
  label,
  organisation: null,
  legalDomain: null,
  waitingWeeks: 0,
  remarks: [],
  ...more,
})
const words = { sgb2: 'SGB II', waiting: 'Wartezeit' }

test('the actual chain follows from the stations', () => {
  const station = {
    actors: 'Jobcenter',
    legalDomains: ['sgb2'],
    waitingWeeks: 6,
    marks: ['waiting' as const],
  }
  expect(actualChain([{ title: 'Antrag', ...station }], words)).toEqual([
    {
      label: 'Antrag',
      organisation: 'Jobcenter',
      legalDomain: 'SGB II',
      waitingWeeks: 6,
      remarks: ['Wartezeit'],
    },
  ])
})

test('what differs is said in words, and nothing where there is nothing to compare', () => {
  const actual = [
    step('Antrag', { organisation: 'Jobcenter', waitingWeeks: 8, remarks: ['Bruch'] }),
    step('Nachweis', { organisation: 'Schule', waitingWeeks: null }),
  ]
  const target = [
    step('antrag', { organisation: 'Jobcenter', waitingWeeks: 1 }),
    step('Begleitung', { organisation: 'KIM' }),
  ]
  expect(chainDifferences(actual, target)).toEqual([
    'Heute 2 Schritte bei 2 Stellen, künftig 2 Schritte bei 2 Stellen.',
    'Die Wartezeit sinkt von 8 Wochen auf 1 Woche. Bei 1 Schritt ist die Wartezeit nicht bekannt.',
    'Heute mit Bruch, doppelter Arbeit oder Wartezeit: 1 Schritt.',
    'Entfällt: Nachweis.',
    'Kommt hinzu: Begleitung.',
  ])
  expect(chainDifferences(actual, actual)[1]).toMatch(/bleibt gleich/)
  expect(chainDifferences(target, actual)[1]).toMatch(/steigt von 1 Woche auf 8 Wochen/)
  expect(chainDifferences([], target)).toEqual([])
})

test('the drawing has a box for each step and says what it waits for; text is escaped and stays in its box', () => {
  const drawing = chainDrawing([step('A & <B>'), step('Kurs', { waitingWeeks: 3 })], 'Heute')
  const text = svgText(drawing)
  expect(text.match(/<rect/g)).toHaveLength(2)
  expect(text).toContain('A &amp; &lt;B&gt;')
  expect(text).toContain('wartet 3 Wochen')
  expect(
    wrap('Donaudampfschifffahrtsgesellschaftskapitänsmütze im Hafen').every((line) => line.length <= 38),
  ).toBe(true)
})
