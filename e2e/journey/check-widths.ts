import type { Page } from 'playwright-core'

/** A phone, and the office screen of 1366 × 768 at 200 %. */
const widths = [
  { width: 320, height: 640 },
  { width: 683, height: 384 },
]

/** Fails when the page scrolls sideways on a phone or at 200 % zoom, and names what sticks out. */
export async function checkWidths(page: Page): Promise<void> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const size of widths) {
    await page.setViewportSize(size)
    const outside = await page.evaluate<string[]>(tooWide)
    if (outside.length > 0) found.push(`${size.width} px: ${outside.join(', ')}`)
  }
  if (before) await page.setViewportSize(before)
  if (found.length > 0) throw new Error(`${page.url()} scrolls sideways:\n${found.join('\n')}`)
}

// A text, because the tests know no DOM types.
const tooWide = `(() => {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  const sticksOut = (one) => one.getBoundingClientRect().right > wide + 1
  const out = [...document.querySelectorAll('body *')].filter((one) => sticksOut(one) && ![...one.children].some(sticksOut))
  return ['scrollWidth ' + document.documentElement.scrollWidth,
    ...out.slice(0, 5).map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 60))]
})()`
