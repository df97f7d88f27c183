import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Fails when axe finds something serious or critical on the page as it stands, in the light or the dark colour
 * scheme. The page must come from `browser.newContext()` (axe opens a second page for frames).
 */
export async function checkPage(page: Page): Promise<void> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Colours that are still changing would be measured in between.
    await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished))')
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      const places = nodes.map(({ target, failureSummary }) => `    ${target.join(' ')}: ${failureSummary}`)
      found.push(`${colorScheme}: ${id} (${impact}) ${help}\n${places.join('\n')}`)
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.join('\n')}`)
}
