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

test('pages with the same label are one entry: the first one that may be used, marked on all', () => {
  const page = (to: string, right: string, order: number) => ({ label: 'Themen', to, right, order })
  const together: WebModule[] = [
    { name: 'c', navigation: [{ ...page('/papiere', 'c', 62), icon: 'theme' }] },
    { name: 'd', navigation: [{ ...page('/huerden', 'd', 60), icon: 'theme' }] },
    ...modules,
  ]
  const entries = (...rights: string[]) =>
    registryFor(together, { rights: new Set(rights) }).navigation.map(({ to, also }) => [to, also])
  expect(entries('c', 'd')).toEqual([
    ['/a', []],
    ['/huerden', ['/papiere']],
  ])
  expect(entries('c')).toEqual([
    ['/a', []],
    ['/papiere', []],
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
