/**
 * A drawing as data: made by pure functions, shown by React (`SvgDrawing`), printed as text. Colours are classes over
 * `currentColor`, so that a drawing follows light and dark.
 */
export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'title' | 'desc' | 'line' | 'path' | 'circle' | 'rect' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children?: readonly (SvgNode | string)[]
}
