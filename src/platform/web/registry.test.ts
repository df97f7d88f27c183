import { expect, test } from 'vitest'

import type { WebModule } from './module.ts'
import { registryFor } from './registry.ts'
import { paletteEntries } from './shell/palette-entries.ts'

const modules: WebModule[] = [
  {
    name: 'b',
    navigation: [{ label: 'Zweites', to: '/b', icon: 'cases', order: 20, right: 'b.read' }],
    newActions: [{ label: 'Hürde melden', icon: 'add', key: 'h', to: '/b/neu', right: 'b.write' }],
  },
  {
    name: 'a',
    navigation: [{ label: 'Erstes', to: '/a', icon: 'home', order: 10 }],
    commands: [{ label: 'Sprechstunde', to: '/c', keywords: 'türen öffnen' }],
  },
]

test('shows what the session may use, in the order of the entries', () => {
  const registry = registryFor(modules, { rights: new Set(['b.read']) })
  expect(registry.navigation.map((entry) => entry.label)).toEqual(['Erstes', 'Zweites'])
  expect(registry.newActions).toEqual([])
  expect(registryFor(modules, { rights: new Set() }).navigation.map((entry) => entry.label)).toEqual([
    'Erstes',
  ])
})

test('the palette finds by every word, without regard to umlauts, and by keywords', () => {
  const registry = registryFor(modules, { rights: new Set(['b.read', 'b.write']) })
  const found = (typed: string) => paletteEntries(registry, typed).map((entry) => entry.label)
  expect(found('')).toHaveLength(4)
  expect(found('hurde')).toEqual(['Hürde melden'])
  expect(found('turen')).toEqual(['Sprechstunde'])
  expect(found('nichts')).toEqual([])
})
