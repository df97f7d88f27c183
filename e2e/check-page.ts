import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Fails when axe finds something serious or critical on the page as it stands, in the light or the dark colour
 * scheme.
 */
export async function checkPage(page: Page): Promise<void> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // What lies under the pointer has colours of its own; what is still changing would be measured in between.
    await page.mouse.move(0, 0)
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map((animation) => animation.finished)).then(() => {})',
    )
    // Our pages have no frames: legacy mode spares a second page. Only colours differ between the schemes.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      const places = nodes.map(({ target, failureSummary }) => `    ${target.join(' ')}: ${failureSummary}`)
      found.push(`${colorScheme}: ${id} (${impact}) ${help}\n${places.join('\n')}`)
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.join('\n')}`)
}
