import type { Page } from 'playwright-core'

/** A part in its place, as a short hash. */
export type PagePart = string

/**
 * What axe looks at in the page as it stands, without the texts that differ from case to case: each element with its
 * name, classes, roles, states, colours, whether there is text in it and what its references lead to, in the place
 * where it stands, in the order of the document. Two pages with the same parts are the same to axe. The page keeps the elements
 * in `partsRead`, in the same order: what comes meanwhile must not be taken for them.
 */
export const partsOf = (page: Page): Promise<readonly PagePart[]> => page.evaluate<PagePart[]>(parts)

// A text, because the tests know no DOM types. Of attributes that hold data only the name counts, and whether they are
// empty; ids count as what they lead to. Up to SMALL elements a part is told with all that is in it (a button and its
// name, a row and its cells), a larger one with its children. Neighbours that look alike count once.
const parts = `(() => {
  const SMALL = 40
  const told = new Set(['class', 'role', 'type', 'lang', 'dir', 'tabindex', 'autocomplete', 'rel', 'target', 'scope', 'charset'])
  const references = new Set(['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns',
    'aria-details', 'aria-errormessage', 'aria-activedescendant', 'aria-flowto'])
  const spoken = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'aria-valuenow', 'aria-placeholder',
    'aria-roledescription', 'aria-keyshortcuts', 'aria-rowindex', 'aria-colindex', 'aria-rowcount', 'aria-colcount',
    'aria-posinset', 'aria-setsize'])
  const hash = (text) => {
    let [one, other] = [5381, 52711]
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      one = (Math.imul(one, 33) + code) | 0
      other = Math.imul(other ^ code, 16777619)
    }
    return (one >>> 0).toString(36) + (other >>> 0).toString(36)
  }
  const ids = new Map()
  for (const { id } of document.querySelectorAll('[id]')) ids.set(id, (ids.get(id) ?? 0) + 1)
  const length = (text) => Math.min(text.trim().length, 2)
  const target = (id) => {
    const found = document.getElementById(id)
    return found ? found.localName + length(found.textContent) + (found.getAttribute('role') ?? '') : 'nothing'
  }
  const attribute = ({ name, value }) => {
    if (name === 'id') return ids.get(value) > 1 ? 'id twice' : ''
    if (references.has(name)) return name + '=' + [...new Set(value.split(/\\s+/).map(target))]
    if (told.has(name) || (name.startsWith('aria-') && !spoken.has(name))) return name + '=' + value
    return name + length(value)
  }
  const look = (element) => {
    const style = getComputedStyle(element)
    const text = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : '')).join('')
    const scrolls = /auto|scroll/.test(style.overflow) &&
      (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    return [style.display, style.visibility, style.opacity, style.backgroundColor, style.backgroundImage === 'none', scrolls,
      length(text), length(text) > 0 && [style.color, style.fontSize, style.fontWeight, style.textDecorationLine, style.textShadow]].join(' ')
  }
  const own = (element) => [element.localName, ...[...element.attributes].map(attribute).filter(Boolean).sort(), look(element),
    element.checked && 'checked', element.disabled && 'disabled', element.open && 'open', element.value && 'filled'].join(' ')
  const found = []
  const read = (globalThis.partsRead = [])
  const walk = (element, place) => {
    const at = read.push(element) - 1
    const self = hash(own(element))
    const here = hash(place + self)
    const inside = [...element.children].map((child) => walk(child, here))
    const count = inside.reduce((sum, child) => sum + child.count, 1)
    const shape = hash(self + [...new Set(inside.map(({ shape }) => shape))])
    found[at] = hash(place + (count <= SMALL ? shape : self + [...new Set(inside.map(({ self }) => self))]))
    return { self, shape, count }
  }
  walk(document.documentElement, '')
  return found
})()`
