import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { svgText, type SvgNode } from '../../../platform/contract/svg.ts'
import { chainDrawing, wrap } from './chain-drawing.ts'
import { actualChain, chainDifferences, chainFigures, type ChainStep } from './service-chain.ts'

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

test('what a chain comes to: steps, offices named once, weeks, and steps where something stands out', () => {
  const chain = [
    step('Antrag', { organisation: 'Jobcenter', waitingWeeks: 8, remarks: ['Bruch', 'Wartezeit'] }),
    step('Nachweis', { organisation: ' jobcenter', waitingWeeks: null }),
    step('Kurs', { organisation: 'Schule', waitingWeeks: 2 }),
  ]
  expect(chainFigures(chain)).toEqual({ steps: 3, organisations: 2, waitingWeeks: 10, breaks: 1 })
  expect(chainFigures([])).toEqual({ steps: 0, organisations: 0, waitingWeeks: 0, breaks: 0 })
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

describe('the drawing', () => {
  const nodes = (drawing: SvgNode, tag: string) =>
    (drawing.children ?? []).filter((node): node is SvgNode => typeof node !== 'string' && node.tag === tag)
  const number = (node: SvgNode, name: string) => Number(node.attributes[name])
  const says = (node: SvgNode) => (node.children ?? []).filter((child) => typeof child === 'string').join('')
  const aStep = fc.record({
    label: fc.lorem({ maxCount: 12 }),
    organisation: fc.option(fc.lorem({ maxCount: 3 })),
    legalDomain: fc.option(fc.lorem({ maxCount: 8 })),
    waitingWeeks: fc.option(fc.integer({ min: 0, max: 40 })),
    remarks: fc.subarray(['Bruch', 'Wartezeit']),
  })

  test('property: each step has its box below the last one, every line stands in its box, all lies in the picture', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 5 }), (chain) => {
        const drawing = chainDrawing(chain, 'Heute')
        const [, , width, height] = String(drawing.attributes.viewBox).split(' ').map(Number) as number[]
        const boxes = nodes(drawing, 'rect').map((box) => ({
          top: number(box, 'y'),
          bottom: number(box, 'y') + number(box, 'height'),
        }))
        expect(boxes).toHaveLength(chain.length)
        expect(boxes[0]!.top).toBeGreaterThanOrEqual(2)
        expect(boxes.at(-1)!.bottom + 2).toBe(height)
        boxes.slice(1).forEach(({ top }, at) => expect(top - boxes[at]!.bottom).toBe(34))
        for (const box of nodes(drawing, 'rect')) {
          expect(number(box, 'x') + number(box, 'width')).toBe(width! - number(box, 'x'))
        }
        const lines = nodes(drawing, 'text').filter((line) => !says(line).startsWith('wartet'))
        const inside = boxes.map(({ top, bottom }) =>
          lines.map((line) => number(line, 'y')).filter((y) => y - 13 >= top && y + 4 <= bottom),
        )
        expect(inside.flat()).toHaveLength(lines.length)
        for (const ys of inside) ys.slice(1).forEach((y, at) => expect(y - ys[at]!).toBe(17))
      }),
    )
  })

  test('property: an arrow runs down the gap before each step but the first, and says how long one waits', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 5 }), (chain) => {
        const drawing = chainDrawing(chain, 'Heute')
        const waits = chain.filter((one) => (one.waitingWeeks ?? 0) > 0)
        const shafts = nodes(drawing, 'line')
        const drawn = chain.filter((one, at) => at > 0 || waits.includes(one))
        expect(shafts).toHaveLength(drawn.length)
        expect(shafts.filter((line) => line.attributes['stroke-dasharray'] === '3 3')).toHaveLength(
          waits.length,
        )
        expect(shafts.filter((line) => line.attributes['stroke-dasharray'] === 'none')).toHaveLength(
          drawn.length - waits.length,
        )
        const tops = nodes(drawing, 'rect').map((box) => number(box, 'y'))
        const heads = nodes(drawing, 'path').map((path) =>
          String(path.attributes.d)
            .match(/^M(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+)$/)!
            .slice(1)
            .map(Number),
        )
        for (const [at, shaft] of shafts.entries()) {
          expect(number(shaft, 'x1')).toBe(number(shaft, 'x2'))
          const below = tops.find((top) => top > number(shaft, 'y2'))!
          expect(below - number(shaft, 'y2')).toBe(4)
          expect(below - number(shaft, 'y1')).toBe(32)
          const [leftX, leftY, tipX, tipY, rightX, rightY] = heads[at] as [
            number,
            number,
            number,
            number,
            number,
            number,
          ]
          expect([tipX, below - tipY]).toEqual([number(shaft, 'x1'), 3])
          expect([tipX - leftX, rightX - tipX, tipY - leftY, tipY - rightY]).toEqual([5, 5, 7, 7])
        }
        const labels = nodes(drawing, 'text').filter((line) => says(line).startsWith('wartet'))
        expect(labels.map((label) => says(label))).toEqual(
          waits.map(({ waitingWeeks: count }) => `wartet ${count} ${count === 1 ? 'Woche' : 'Wochen'}`),
        )
        for (const label of labels) {
          expect(
            shafts.some(
              (shaft) =>
                number(label, 'y') > number(shaft, 'y1') &&
                number(label, 'y') < number(shaft, 'y2') &&
                number(label, 'x') > number(shaft, 'x1'),
            ),
          ).toBe(true)
        }
      }),
    )
  })

  test('property: words are broken at spaces, nothing is lost, no line is longer than its box', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 90 })),
        (words) => {
          const lines = wrap(words.join(' '))
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
          for (const [at, line] of lines.entries()) {
            expect(line.length).toBeLessThanOrEqual(38)
            const next = lines[at + 1]?.split(' ')[0]
            // A line is only left where the next piece would not have fitted.
            if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(38)
          }
        },
      ),
    )
    expect(wrap(`${'a'.repeat(19)} ${'b'.repeat(18)}\n c`)).toEqual([
      `${'a'.repeat(19)} ${'b'.repeat(18)}`,
      'c',
    ])
    expect(wrap('a'.repeat(38))).toEqual(['a'.repeat(38)])
  })

  test('a box says number, step, who, which law and what breaks; a break is drawn thicker', () => {
    const drawing = chainDrawing(
      [
        step('Antrag', { organisation: 'Jobcenter', legalDomain: 'SGB II', remarks: ['Bruch', 'doppelt'] }),
        step('Kurs'),
      ],
      'Wie es heute läuft',
    )
    const lines = nodes(drawing, 'text')
    expect(lines.map(says)).toEqual([
      '1. Antrag',
      'Jobcenter',
      'SGB II',
      'Auffällig: Bruch, doppelt',
      '2. Kurs',
    ])
    expect(lines.map((line) => line.attributes['font-weight'])).toEqual([600, 400, 400, 400, 600])
    const [broken, plain] = nodes(drawing, 'rect').map((box) => number(box, 'stroke-width')) as [
      number,
      number,
    ]
    expect(broken).toBeGreaterThan(plain)
    expect(drawing.attributes).toMatchObject({ role: 'img', 'aria-label': 'Wie es heute läuft' })
  })

  test('everything takes the colour of the text around it, in light, dark and print', () => {
    const drawing = chainDrawing([step('A', { waitingWeeks: 2 }), step('B')], 'Heute')
    for (const tag of ['rect', 'line', 'path']) {
      expect(nodes(drawing, tag).length).toBeGreaterThan(0)
      for (const shape of nodes(drawing, tag)) {
        expect(shape.attributes).toMatchObject({ stroke: 'currentColor', fill: 'none' })
        expect(number(shape, 'stroke-width')).toBeGreaterThanOrEqual(1)
      }
    }
    for (const line of nodes(drawing, 'text')) {
      expect(line.attributes).toMatchObject({ fill: 'currentColor' })
      expect(number(line, 'font-size')).toBeGreaterThanOrEqual(12)
    }
    expect(drawing.attributes).toMatchObject({ 'font-family': 'Noto Sans', class: 'theme-chain' })
  })
})

describe('differences', () => {
  test('unknown words stay as they are; no law is no text', () => {
    const station = { title: 'A', actors: null, waitingWeeks: null }
    const [first, second] = actualChain(
      [
        { ...station, legalDomains: ['sgb2', 'xyz'], marks: ['break'] },
        { ...station, legalDomains: [], marks: [] },
      ],
      words,
    )
    expect(first).toMatchObject({ legalDomain: 'SGB II, xyz', remarks: ['break'] })
    expect(second).toMatchObject({ legalDomain: null, remarks: [] })
  })

  test('one and the same office counts once however it is written; steps likewise', () => {
    const actual = [
      step(' Antrag', { organisation: 'Jobcenter ' }),
      step('Kurs', { organisation: 'JOBCENTER' }),
    ]
    const target = [step('antrag ', { organisation: 'Jobcenter', waitingWeeks: 1 }), step('KURS')]
    expect(chainDifferences(actual, target)).toEqual([
      'Heute 2 Schritte bei 1 Stelle, künftig 2 Schritte bei 1 Stelle.',
      'Die Wartezeit steigt von 0 Wochen auf 1 Woche.',
    ])
    expect(chainDifferences(target, actual)[1]).toBe('Die Wartezeit sinkt von 1 Woche auf 0 Wochen.')
    expect(chainDifferences(actual, actual)[1]).toBe('Die Wartezeit bleibt gleich: 0 Wochen.')
    expect(chainDifferences(actual, [])).toEqual([])
  })

  test('several of each are told apart, and what nobody knows of both chains is counted together', () => {
    const open = (label: string) => step(label, { waitingWeeks: null, remarks: ['Bruch'] })
    expect(chainDifferences([open('A'), open('B')], [open('C'), step('D')])).toEqual([
      'Heute 2 Schritte bei 0 Stellen, künftig 2 Schritte bei 0 Stellen.',
      'Die Wartezeit bleibt gleich: 0 Wochen. Bei 3 Schritten ist die Wartezeit nicht bekannt.',
      'Heute mit Bruch, doppelter Arbeit oder Wartezeit: 2 Schritte.',
      'Entfällt: A; B.',
      'Kommt hinzu: C; D.',
    ])
  })
})
