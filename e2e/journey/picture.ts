import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { everything } from '../../src/platform/server/testing/counts.ts'

const taking = process.env.LOTSE_PICTURES === '1'
/** Whether the journeys that are there for the sake of pictures are walked. */
export const wanted = taking || everything

const folder = process.env.LOTSE_PICTURES_DIR ?? 'docs/bilder'
const LARGEST = 200_000

/** With LOTSE_PICTURES=1: the window as it stands, for README and handbook. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!taking) return
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.mouse.move(0, 0)
  await page.evaluate('scrollTo(0, 0)')
  // What was just said would cover what the picture is about. Through the object model: a style sheet is refused.
  const toasts = (display: string) =>
    `for (const one of document.querySelectorAll('.lt-toasts')) one.style.display = '${display}'`
  await page.evaluate(toasts('none'))
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  await page.evaluate(toasts(''))
  const { size } = statSync(path)
  if (size > LARGEST)
    throw new Error(`${path} has ${size} bytes; README and handbook take at most ${LARGEST}`)
}
