/**
 * A drawing as data: made by pure functions, shown by React (`SvgDrawing`), printed as text. Colours are classes over
 * `currentColor`, so that a drawing follows light and dark.
 */
export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'title' | 'desc' | 'line' | 'path' | 'circle' | 'rect' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children?: readonly (SvgNode | string)[]
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** A drawing as text of an SVG file, for print. Whatever it says is escaped. */
export function svgText({ tag, attributes, children = [] }: SvgNode): string {
  const own = Object.entries(
    tag === 'svg' ? { xmlns: 'http://www.w3.org/2000/svg', ...attributes } : attributes,
  )
  const written = own.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')
  const inner = children
    .map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)))
    .join('')
  return `<${tag}${written}>${inner}</${tag}>`
}
