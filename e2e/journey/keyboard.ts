import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has before its first field: whoever needs more has lost the way. */
const MOST_STOPS = 90

/**
 * A person without a mouse: Tab and arrows move, and every stop on the way is looked at: what has the focus must look
 * different from what has not.
 */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /**
   * Tabs to the control, forwards or back, whichever looks shorter; fails when it is not reached, or when it or a stop
   * on the way does not show that it has the focus. How far it is, is counted on the page; the presses are real ones.
   */
  async reach(target: Locator): Promise<void> {
    const one = target.first()
    await one.waitFor({ state: 'attached' })
    for (let pressed = 0; pressed <= MOST_STOPS;) {
      const distance = await one.evaluate(distanceTo)
      if (distance === 0) return this.#looked()
      const steps = Math.min(Math.abs(distance), MOST_STOPS)
      for (let n = 0; n < steps; n++) await this.page.keyboard.press(distance > 0 ? 'Tab' : 'Shift+Tab')
      pressed += steps
    }
    throw new Error(`${String(target)} is not reached with Tab`)
  }

  /** Reaches a button, chip, link or check box and presses it. */
  async use(target: Locator, key = 'Enter'): Promise<void> {
    await this.reach(target)
    await this.press(key)
  }

  /** Reaches a field and types; what stands there is replaced. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.reach(target)
    await this.press('Control+a')
    await this.type(text)
  }

  /** From a list that narrows while typing. */
  async choose(field: Locator, option: string): Promise<void> {
    await this.fill(field, option)
    await this.page.getByRole('option', { name: option }).first().waitFor()
    await this.press('Enter')
  }

  /** One of a few: Tab reaches the group, the arrows move inside it. */
  async pick(radio: Locator): Promise<void> {
    await this.reach(radio)
    for (let step = 0; step < 12; step++) {
      if (await radio.first().isChecked()) return
      await this.press((await this.#hasFocus(radio.first())) ? 'Space' : 'ArrowDown')
    }
    throw new Error(`${String(radio)} is not reached with the arrows`)
  }

  /** One entry of a closed list, with the arrows. */
  async select(field: Locator, option: string): Promise<void> {
    await this.reach(field)
    for (let step = 0; step < 40; step++) {
      if ((await field.first().evaluate(chosenLabel)) === option) return
      await this.press('ArrowDown')
    }
    throw new Error(`${option} is not in the list`)
  }

  /** An entry of a menu that opens at a button. */
  async menu(button: Locator, entry: string): Promise<void> {
    await this.use(button)
    const list = this.page.locator('.lt-menu__list:not([hidden])')
    const item = list.getByRole('link', { name: entry }).or(list.getByRole('button', { name: entry }))
    await item.waitFor()
    for (let step = 0; step < 20 && !(await this.#hasFocus(item)); step++) await this.press('ArrowDown')
    expect(await this.#hasFocus(item), `${entry} in the menu`).toBe(true)
    await this.press('Enter')
  }

  /** Sends a form that is not complete: the list of what is wrong has the focus, its first entry leads to the field. */
  async refused(first: Locator): Promise<void> {
    await this.page.locator('[aria-label=Fehlerliste]:focus').waitFor()
    await this.press('Tab', 'Enter')
    expect(await this.#hasFocus(first), 'the first wrong field').toBe(true)
    await this.#looked()
  }

  /** The focus is somewhere in the page, not lost: the next Tab goes on from what was worked on. */
  async stands(within = this.page.locator('main')): Promise<void> {
    const focus = within.locator(':focus').or(within.and(this.page.locator(':focus')))
    await focus.first().waitFor()
    await this.#looked()
  }

  async #hasFocus(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(':focus')).count()) > 0
  }

  async #looked(): Promise<void> {
    const unseen = await this.page.evaluate<string[]>('window.lotseUnseen?.splice(0) ?? []')
    expect(unseen, 'has the focus and does not show it').toEqual([])
  }
}

// Texts, because the tests know no DOM types; of a text alone Playwright makes no function.
const inPage = <T>(text: string): ((element: unknown) => T) =>
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('element', `return (${text})(element)`) as (element: unknown) => T

const chosenLabel = inPage<string>('(list) => list.selectedOptions[0]?.label ?? ""')

/**
 * How many presses of Tab it is to the element (below 0: Shift+Tab), about: it is counted again on arrival. Of a group of
 * radios one is a stop: the chosen one, or the first. Also begins to look at every stop: outline and shadow, its own or
 * those of what stands for it (a label, a frame around it), must be others than without the focus.
 */
const distanceTo = inPage<number>(`(target) => {
  if (!window.lotseUnseen) {
    window.lotseUnseen = []
    const look = (part) => [undefined, '::before', '::after'].map((pseudo) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(part, pseudo)
      return outlineStyle === 'none' ? boxShadow : [outlineStyle, outlineWidth, outlineColor, boxShadow].join(' ')
    }).join(';')
    let before = []
    document.addEventListener('focusin', ({ target: now }) => {
      const gone = before.length === 0 || !before[0].part.isConnected
      const shown = before.some(({ part, looks }, n) => (n === 0 || !part.contains(now)) && look(part) !== looks)
      if (!gone && !shown) window.lotseUnseen.push(before[0].part.outerHTML.slice(0, 200))
      before = now.tabIndex < 0 ? [] : [now, now.nextElementSibling, now.parentElement]
        .filter(Boolean).map((part) => ({ part, looks: look(part) }))
    })
  }
  const here = document.activeElement
  const isRadio = (one) => one.type === 'radio'
  if (here === target || (isRadio(target) && isRadio(here) && here.name === target.name)) return 0
  const inside = document.querySelector('dialog:modal') ?? document
  const stopOf = new Map()
  for (const one of inside.querySelectorAll('input[type=radio]'))
    if (!stopOf.has(one.name) || one.checked) stopOf.set(one.name, one)
  const goal = isRadio(target) ? stopOf.get(target.name) : target
  const stops = [...inside.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((one) =>
    one === here || one === goal || (one.tabIndex >= 0 && !one.disabled &&
      one.checkVisibility({ visibilityProperty: true }) && (!isRadio(one) || stopOf.get(one.name) === one)))
  return stops.indexOf(goal) - stops.indexOf(here) || 1
}`)
