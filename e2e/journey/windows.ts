import type { Browser, Page } from 'playwright-core'

/** How a window is opened. */
export interface WindowSize {
  readonly width: number
  readonly height: number
}

const closed = new Map<string, Page[]>()

/**
 * A window at that address in which nobody has signed in: one that was closed before, as good as new, or a new one. A
 * new one costs two seconds of processor time (a process, the program fetched and compiled), one used before half of it.
 */
export async function openWindow(browser: Browser, url: string, size: WindowSize): Promise<Page> {
  const before = closed.get(url)?.pop()
  if (before) {
    await before.setViewportSize(size)
    return before
  }
  const context = await browser.newContext({
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    baseURL: url,
    viewport: size,
    // Nothing moves: what is clicked need not come to rest first, and axe does not measure colours on their way.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Forgets who was signed in and what the browser kept for them; nothing listens any more. */
export async function closeWindow(page: Page, url: string): Promise<void> {
  const context = page.context()
  page.removeAllListeners()
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.unrouteAll()
  await page.emulateMedia({ colorScheme: null, media: null })
  // A page of the same place, so that the process stays; what was typed and not saved does not hold it back.
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto(`${url}/healthz`)
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' })
  await session.detach()
  await context.clearCookies()
  page.removeAllListeners()
  closed.set(url, [...(closed.get(url) ?? []), page])
}
