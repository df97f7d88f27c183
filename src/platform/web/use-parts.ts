import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

import type { Part } from './module.ts'
import { useApp } from './shell/app-context.ts'

export interface LoadedPart<Props> {
  key: string
  label: string
  Component: ComponentType<Props>
}

const components = new WeakMap<Part, LazyExoticComponent<ComponentType<object>>>()

/**
 * The parts other modules put into a slot of a page, for the signed-in person, in their order. `Props` is what the
 * page that owns the slot hands to each. They load on their own: wrap each in `<Suspense>`.
 */
export function useParts<Props = object>(slot: string): LoadedPart<Props>[] {
  return useApp()
    .registry.parts.filter((part) => part.slot === slot)
    .map((part) => ({
      key: part.key,
      label: part.label,
      Component: componentOf(part) as unknown as ComponentType<Props>,
    }))
}

function componentOf(part: Part): LazyExoticComponent<ComponentType<object>> {
  // What a part takes is agreed between it and the page that owns the slot; the registry does not know.
  const load = part.load as () => Promise<{ default: ComponentType<object> }>
  const component = components.get(part) ?? lazy(load)
  components.set(part, component)
  return component
}
