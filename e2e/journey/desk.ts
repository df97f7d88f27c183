import type { Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { checkPage } from '../check-page.ts'
import { createPassedParts } from '../passed-parts.ts'
import { checkWidths } from './check-widths.ts'
import { picture } from './picture.ts'
import { readAgain, turnTo } from './turn-to.ts'

const passed = createPassedParts(inject('passedParts'))

/** Where to look: a part of the page, the whole page when left out. */
type Part = Locator | undefined

/**
 * One person's window, in the words of who uses it: labels, buttons, headings. Every wait is for something the
 * person would see. What the browser complains about (errors, refused scripts) fails the test at `leave`.
 */
export class Desk {
  readonly page: Page
  readonly complaints: string[] = []
  private asking = 0
  private readonly close: () => Promise<void>

  /** `close` is called once, when the person leaves. */
  constructor(page: Page, close: () => Promise<void>) {
    this.page = page
    this.close = close
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`))
    page.on('request', () => this.asking++)
    page.on('requestfinished', () => this.asking--)
    page.on('requestfailed', () => this.asking--)
    page.on('console', (message) => {
      const text = message.text()
      // Refusals of the server are part of the work and shown on the page; the browser notes each as well.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
        this.complaints.push(`${page.url()}: ${text}`)
      }
    })
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto('/')
    await this.type('Anmeldename', login)
    await this.type('Kennwort', password)
    await this.press('Anmelden')
    await this.page.getByRole('navigation', { name: 'Hauptnavigation' }).first().waitFor()
  }

  /** As if signed in before: the cookie comes from the server without the form. Begins at that address. */
  async comeSignedIn(loginName: string, password: string, at = '/'): Promise<void> {
    const answer = await this.page.request.post('/api/session', { data: { loginName, password } })
    expect(answer.status(), await answer.text()).toBe(200)
    await this.load(at)
    await this.page.getByRole('navigation', { name: 'Hauptnavigation' }).first().waitFor()
  }

  /**
   * Opens an address and waits for the page's heading: as a link does where the program runs, with everything read anew and
   * no message left. Loading the program for each page was a quarter of the browser's time, and axe began cold in each.
   */
  async open(path: string): Promise<void> {
    if (!(await turnTo(this.page, path))) return this.load(path)
    await this.settled()
    await readAgain(this.page)
    await this.settled()
    // The shared screen lies over the page and has the second level.
    await this.page.getByRole('heading').first().waitFor()
  }

  /** As from the address bar: the program begins anew. */
  async load(path: string): Promise<void> {
    await this.page.goto(path)
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  /** Through the main navigation. */
  async go(entry: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Hauptnavigation' })
    await navigation.getByRole('link', { name: entry, exact: true }).click()
    await this.heading(entry)
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor()
  }

  /** One of the parts of a case; answers when its address is open. */
  async tab(name: string): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'Teile des Falls' })
    await tabs.getByRole('link', { name, exact: true }).click()
    await tabs.locator('[aria-current=page]', { hasText: name }).waitFor()
  }

  async type(label: string, text: string, part?: Part): Promise<void> {
    await this.field(label, part).fill(text)
  }

  /** A field by its label; „Pflichtangabe“ may stand behind it. */
  field(label: string, part?: Part): Locator {
    return (part ?? this.page).getByLabel(new RegExp(`^${escaped(label)}(Pflichtangabe)?$`))
  }

  /** From a list that narrows while typing. */
  async choose(label: string, option: string, part?: Part): Promise<void> {
    const field = (part ?? this.page).getByRole('combobox', {
      name: new RegExp(`^${escaped(label)}( ?Pflichtangabe)?$`),
    })
    await field.fill(option)
    await this.page.getByRole('option', { name: option }).first().click()
  }

  async select(label: string, option: string, part?: Part): Promise<void> {
    await this.field(label, part).selectOption({ label: option })
  }

  /** A chip or a radio of a group. */
  async pick(group: string, option: string, part?: Part): Promise<void> {
    const box = this.group(group, part)
    const chip = box.getByRole('button', { name: option, exact: true })
    const radio = box.getByRole('radio', { name: option, exact: true })
    await chip.or(radio).first().click()
  }

  group(name: string, part?: Part): Locator {
    const pattern = new RegExp(`^${escaped(name)}( ?Pflichtangabe)?$`)
    const from = part ?? this.page
    return from.getByRole('group', { name: pattern }).or(from.getByRole('radiogroup', { name: pattern }))
  }

  async press(name: string | RegExp, part?: Part): Promise<void> {
    await (part ?? this.page)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  async follow(name: string | RegExp, part?: Part): Promise<void> {
    await (part ?? this.page)
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  /** An entry of a menu that opens at a button. */
  async menu(button: string, entry: string): Promise<void> {
    await this.press(button)
    const item = this.page.locator('.lt-menu__list:not([hidden])')
    await item
      .getByRole('link', { name: entry })
      .or(item.getByRole('button', { name: entry }))
      .click()
  }

  /** The sentence that says what happened. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.locator('.lt-toasts').getByText(text).first().waitFor()
  }

  async hasFocus(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(':focus')).count()) > 0
  }

  async sees(text: string | RegExp, part?: Part): Promise<void> {
    await (part ?? this.page.locator('main')).getByText(text).first().waitFor()
  }

  /** Everything that stands on the page once it has settled. */
  async text(part?: Part): Promise<string> {
    await this.settled()
    return (part ?? this.page.locator('body')).innerText()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** Nothing is loading any more, also after what has come was shown: a part that has come may ask for its data. */
  async settled(): Promise<void> {
    const until = Date.now() + 15_000
    for (let quiet = 0; quiet < 2;) {
      const still = this.asking === 0 && (await this.page.evaluate<boolean>(atLeisure).catch(() => false))
      quiet = still && this.asking === 0 ? quiet + 1 : 0
      if (!still) await this.page.waitForTimeout(30)
      if (Date.now() > until) throw new Error(`${this.page.url()} is still loading`)
    }
  }

  /**
   * What every visited page must withstand: axe in both colour schemes, 320 px, 200 % zoom. Axe is not asked again
   * about what it has passed in this run: another case, another district, another file (page-parts.test.ts).
   */
  async inspect(): Promise<void> {
    await this.settled()
    await checkPage(this.page, passed)
    await checkWidths(this.page)
  }

  async picture(name: string): Promise<void> {
    await this.settled()
    await picture(this.page, name)
  }

  /** For the report of a failed test. */
  async photograph(path: string): Promise<void> {
    if (!this.page.isClosed()) await this.page.screenshot({ path, fullPage: true }).catch(() => {})
  }

  /** Closes the window; fails when the browser complained about anything meanwhile. */
  async leave(): Promise<void> {
    await this.close()
    expect(this.complaints).toEqual([])
  }
}

// A text, because the tests know no DOM types. The page has nothing to do, has drawn, and has nothing to do again. A window
// behind another is told of no leisure at all, so it is not waited for long (with 2 s: a minute in one file).
const atLeisure = `new Promise((done) => {
  const idle = (next) => requestIdleCallback(next, { timeout: 200 })
  idle(() => requestAnimationFrame(() => idle(() => done(!document.querySelector('.lt-loading, [aria-busy=true]')))))
})`

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
