import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { partsOf } from './page-parts.ts'
import { createPassedParts, type PassedParts } from './passed-parts.ts'

// The one without comments and spaces: half as much to send into every page and to read there.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Only colours differ between the schemes: the dark one is asked for those alone. */
const schemes: readonly { colorScheme: 'light' | 'dark'; options: RunOptions }[] = [
  { colorScheme: 'light', options: {} },
  { colorScheme: 'dark', options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
]

/**
 * Fails when axe finds something serious or critical on the page as it stands, in the light or the dark colour
 * scheme. It is asked about the document and those parts of the page which have not `passed` on other pages; when all have,
 * it is not asked. True when it was asked.
 */
export async function checkPage(page: Page, passed: PassedParts = createPassedParts()): Promise<boolean> {
  const found: string[] = []
  let asked = false
  // What lies under the pointer has colours of its own.
  await page.mouse.move(0, 0)
  for (const { colorScheme, options } of schemes) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(allAtRest)
    const parts = (await partsOf(page)).map((part) => `${colorScheme} ${part}`)
    const fresh = passed.others(parts)
    if (fresh.length === 0) continue
    asked = true
    if (!(await page.evaluate<boolean>("typeof axe === 'object'"))) await page.evaluate(axeSource)
    const serious = await page.evaluate<Result[] | 'changed'>(seriousOnes(fresh, options))
    if (serious === 'changed') return checkPage(page, passed)
    if (serious.length === 0) passed.add(parts)
    for (const { id, impact, help, nodes } of serious) {
      const places = nodes.map(({ target, failureSummary }) => `    ${target.join(' ')}: ${failureSummary}`)
      found.push(`${colorScheme}: ${id} (${impact}) ${help}\n${places.join('\n')}`)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.join('\n')}`)
  return asked
}

// Texts, because the tests know no DOM types. What is still changing would be measured in between: it is brought to its
// end, which waiting for cost a fifth of an inspection. One without an end (a wheel that turns) is taken away.
const allAtRest = `document.getAnimations().forEach((animation) => {
  try { animation.finish() } catch { animation.cancel() }
})`

// The parts are numbers of elements of `partsRead`; when one has gone since, the page is read again. What is inside of a part
// and known stays out of it: axe decides by the nearest of both. Rules whose findings are no more than moderate are not asked
// for (`region` and its like took half of the time). Nothing is loaded for axe (`preload`): that serves films, and a rule
// that is off.
const seriousOnes = (fresh: readonly number[], options: RunOptions) => `(() => {
  const fresh = new Set([document.documentElement, ...${JSON.stringify(fresh)}.map((at) => partsRead[at])])
  if ([...fresh].some((part) => !part.isConnected)) return 'changed'
  const include = [...fresh].filter((part) => !fresh.has(part.parentElement))
  const exclude = [...fresh].flatMap((part) => [...part.children]).filter((child) => !fresh.has(child))
  return axe.run({ include, exclude, page: true }, {
    ...${JSON.stringify({ ...options, resultTypes: ['violations'], preload: false })},
    rules: Object.fromEntries(axe._audit.rules.map(({ id, impact }) =>
      [id, impact === 'minor' || impact === 'moderate' ? { enabled: false } : undefined]).filter(([, rule]) => rule)),
  }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'))
})()`
