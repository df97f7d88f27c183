import type { SvgNode } from '../../../platform/contract/svg.ts'
import type { BarrierOverview } from '../contract/barriers.ts'
import type { DistrictShapes } from './map-shapes.ts'

type Place = BarrierOverview['places'][number]

/** Shades from few to many; 0 is none. */
export const shadeOf = (number: number, most: number): 0 | 1 | 2 | 3 | 4 => {
  if (number === 0 || most === 0) return 0
  return Math.min(4, Math.ceil((number / most) * 4)) as 1 | 2 | 3 | 4
}

/** The municipalities, darker where there are more barriers, each with its number. The table beside says the same. */
export function mapDrawing({ width, height, shapes }: DistrictShapes, places: readonly Place[]): SvgNode {
  const byKey = new Map(places.filter(({ ags }) => ags !== null).map((place) => [place.ags!, place]))
  const most = Math.max(0, ...[...byKey.values()].map(({ number }) => number))
  const areas = Object.entries(shapes).map(([ags, path]): SvgNode => {
    const number = byKey.get(ags)?.number ?? 0
    return {
      tag: 'path',
      attributes: { d: path, class: `structure-map__area structure-map__area--${shadeOf(number, most)}` },
    }
  })
  const numbers = Object.entries(shapes).flatMap(([ags, path]): SvgNode[] => {
    const place = byKey.get(ags)
    if (!place) return []
    const { x, y } = middleOf(path)
    return [
      {
        tag: 'text',
        attributes: { x, y, 'text-anchor': 'middle', class: 'structure-map__number' },
        children: [String(place.number)],
      },
    ]
  })
  return {
    tag: 'svg',
    attributes: {
      viewBox: `-2 -2 ${width + 4} ${height + 4}`,
      role: 'img',
      class: 'structure-map',
      'aria-label': 'Karte: Hürden je Gemeinde, dieselben Zahlen stehen in der Tabelle',
    },
    children: [...areas, ...numbers],
  }
}

/** Middle of the corners: near enough for a number. */
function middleOf(path: string): { x: number; y: number } {
  const points = [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const mean = (at: 0 | 1) => Math.round(points.reduce((sum, point) => sum + point[at], 0) / points.length)
  return { x: mean(0), y: mean(1) + 5 }
}
