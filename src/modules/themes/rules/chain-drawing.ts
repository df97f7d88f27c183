import type { SvgNode } from '../../../platform/contract/svg.ts'
import { weeks, type ChainStep } from './service-chain.ts'

/** Narrow enough for a phone; the drawing grows with its column. */
const WIDTH = 320
const LINE = 17
const PAD = 10
const GAP = 34
const letters = 38

/**
 * A chain from top to bottom: a box for each step, an arrow between them, dashed where one waits. `part`: only these steps of
 * it, with their numbers, for paper.
 */
export function chainDrawing(
  chain: readonly ChainStep[],
  title: string,
  part: { readonly from: number; readonly to: number } = { from: 0, to: chain.length },
): SvgNode {
  let y = 2
  const children: SvgNode[] = []
  for (const [at, step] of chain.slice(part.from, part.to).entries()) {
    const index = part.from + at
    if (index > 0 || (step.waitingWeeks ?? 0) > 0) {
      children.push(...arrow(y, step))
      y += GAP
    }
    const lines = linesOf(step, index)
    const height = lines.length * LINE + PAD * 2 - 4
    children.push(box(y, height, step), ...lines.map((line, at) => textLine(line, y + PAD + 10 + at * LINE)))
    y += height
  }
  return {
    tag: 'svg',
    attributes: {
      viewBox: `0 0 ${WIDTH} ${y + 2}`,
      class: 'theme-chain',
      role: 'img',
      'aria-label': title,
      // For print, where no style sheet says it.
      'font-family': 'Noto Sans',
    },
    children,
  }
}

interface Line {
  readonly text: string
  readonly strong: boolean
}

function linesOf(step: ChainStep, index: number): Line[] {
  const plain = (text: string) => wrap(text).map((line) => ({ text: line, strong: false }))
  return [
    ...wrap(`${index + 1}. ${step.label}`).map((text) => ({ text, strong: true })),
    ...(step.organisation ? plain(step.organisation) : []),
    ...(step.legalDomain ? plain(step.legalDomain) : []),
    ...(step.remarks.length > 0 ? plain(`Auffällig: ${step.remarks.join(', ')}`) : []),
  ]
}

/** Breaks at spaces; a longer word is cut, so that nothing leaves its box. */
export function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(pieces)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const pieces = (word: string): string[] =>
  word.length <= letters
    ? [word]
    : Array.from({ length: Math.ceil(word.length / letters) }, (_, at) =>
        word.slice(at * letters, (at + 1) * letters),
      )

function box(y: number, height: number, step: ChainStep): SvgNode {
  return {
    tag: 'rect',
    attributes: {
      x: 2,
      y,
      width: WIDTH - 4,
      height,
      rx: 6,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': step.remarks.length > 0 ? 2.5 : 1,
    },
  }
}

function textLine({ text, strong }: Line, y: number): SvgNode {
  const attributes = { x: PAD + 4, y, 'font-size': 13, fill: 'currentColor' }
  return { tag: 'text', attributes: { ...attributes, 'font-weight': strong ? 600 : 400 }, children: [text] }
}

function arrow(y: number, step: ChainStep): SvgNode[] {
  const x = 24
  const waits = (step.waitingWeeks ?? 0) > 0
  const stroke = { stroke: 'currentColor', 'stroke-width': 1.5, fill: 'none' }
  const shaft: SvgNode = {
    tag: 'line',
    attributes: {
      x1: x,
      y1: y + 2,
      x2: x,
      y2: y + GAP - 4,
      ...stroke,
      'stroke-dasharray': waits ? '3 3' : 'none',
    },
  }
  const head: SvgNode = {
    tag: 'path',
    attributes: { d: `M${x - 5} ${y + GAP - 10}L${x} ${y + GAP - 3}L${x + 5} ${y + GAP - 10}`, ...stroke },
  }
  const label: SvgNode = {
    tag: 'text',
    attributes: { x: x + 14, y: y + 22, 'font-size': 12, fill: 'currentColor' },
    children: [waits ? `wartet ${weeks(step.waitingWeeks!)}` : ''],
  }
  return waits ? [shaft, head, label] : [shaft, head]
}
