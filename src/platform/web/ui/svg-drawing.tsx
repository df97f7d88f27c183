import { createElement, type ReactElement } from 'react'

import type { SvgNode } from '../../contract/svg.ts'

/** React's names of the attributes that are written otherwise in SVG. */
const names: Readonly<Record<string, string>> = {
  class: 'className',
  'text-anchor': 'textAnchor',
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
}

/** Shows a drawing made by a pure function. The table with the same values stands beside it, never instead of it. */
export function SvgDrawing({ node }: { node: SvgNode }): ReactElement {
  return toElement(node, 0)
}

function toElement(node: SvgNode, index: number): ReactElement {
  const props = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [names[name] ?? name, value]),
  )
  const children = node.children?.map((child, at) =>
    typeof child === 'string' ? child : toElement(child, at),
  )
  return createElement(node.tag, { ...props, key: index }, children)
}
