import { afterEach, describe, expect, test, vi } from 'vitest'
import { launchBrowser } from './browser.ts'
import { checkPage } from './check-page.ts'

afterEach(() => vi.unstubAllEnvs())

const good = `<!doctype html><html lang="de"><head><title>Probe</title><style>
  :root { color-scheme: light dark } body { color: CanvasText; background: Canvas }</style></head>
  <body><main><h1>Grüße</h1><label>Name <input></label></main></body></html>`
const nameless = good.replace('<label>Name <input></label>', '<input>')
const paleInTheDark = good.replace(
  '</style>',
  '@media (prefers-color-scheme: dark) { h1 { color: #222; background: #111 } }</style>',
)

describe.each(['system', 'npm'])('the %s browser', (kind) => {
  test('shows a page, and axe tells a good one from a bad one in both colour schemes', async () => {
    vi.stubEnv('LOTSE_BROWSER', kind)
    const browser = await launchBrowser()
    try {
      const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
      await page.setContent(good)
      expect(await page.textContent('h1')).toBe('Grüße')
      await checkPage(page)
      await page.setContent(nameless)
      await expect(checkPage(page)).rejects.toThrow(/light: label/)
      await page.setContent(paleInTheDark)
      await expect(checkPage(page)).rejects.toThrow(/^axe on about:blank:\ndark: color-contrast/)
    } finally {
      await browser.close()
    }
  })
})

test('a browser that is not where it should be is named', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nirgends/chromium')
  await expect(launchBrowser()).rejects.toThrow(
    'CHROMIUM_PATH nennt /nirgends/chromium; dort ist kein Browser.',
  )
})
