import type { Locator, Page } from 'playwright-core'

/** More stops than any page has before its first field: whoever needs more has lost the way. */
const MOST_STOPS = 90

/** A person without a mouse: Tab moves, what has the focus can be seen. */
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

  /** Tabs until the control has the focus; fails when it is never reached, or reached without being marked. */
  async reach(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'attached' })
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) {
        if (!(await this.page.evaluate<boolean>(isMarked)))
          throw new Error(`${String(target)} has the focus and does not show it`)
        return
      }
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${String(target)} is not reached with Tab`)
  }
}

// An outline or a shadow, of the control or of what stands for it (radios and chips draw it beside themselves).
const isMarked = `(() => {
  const one = document.activeElement
  const near = [one, one.parentElement, ...(one.parentElement?.children ?? [])]
  return near.some((part) => part && [undefined, '::before', '::after'].some((pseudo) => {
    const style = getComputedStyle(part, pseudo)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  }))
})()`
