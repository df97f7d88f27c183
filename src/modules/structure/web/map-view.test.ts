import { expect, test } from 'vitest'
import { districtShapes } from './map-shapes.ts'
import { mapDrawing, shadeOf } from './map-view.ts'

test('each district has all of its municipalities, every path is closed', () => {
  expect(Object.values(districtShapes).map(({ shapes }) => Object.keys(shapes).length)).toEqual([13, 11, 13])
  for (const { shapes } of Object.values(districtShapes)) {
    for (const path of Object.values(shapes)) expect(path).toMatch(/^(M-?\d+ -?\d+(L-?\d+ -?\d+){2,}Z)+$/)
  }
})

test('the map says the number of each place that has one', () => {
  const place = { placeKind: 'municipality', id: 'x', ags: '05170004', label: 'Alpen', number: 7 } as const
  const { children } = mapDrawing(districtShapes['05170']!, [place])
  const texts = children!.filter((node) => typeof node !== 'string' && node.tag === 'text')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatchObject({ children: ['7'] })
  expect([shadeOf(0, 7), shadeOf(1, 8), shadeOf(8, 8), shadeOf(0, 0)]).toEqual([0, 1, 4, 0])
})
