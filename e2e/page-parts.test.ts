import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import { checkPage } from './check-page.ts'
import { createPassedParts } from './passed-parts.ts'

let page: Page
beforeAll(async () => {
  page = await (await sharedBrowser()).newPage()
})
afterAll(() => page?.close())

const show = (body: string, css = '') =>
  page.setContent(`<!doctype html><html lang="de"><head><title>Probe</title><style>
    :root { color-scheme: light dark } body { color: CanvasText; background: Canvas } ${css}</style></head>
    <body><main><h1>Grüße</h1>${body}</main></body></html>`)

const row = (name: string, id = 'a') =>
  `<li class="row"><a href="/faelle/${id}">${name}</a><label>Name <input id="${id}"></label></li>`
const list = (...rows: string[]) => `<ul>${rows.join('')}</ul><button><span>Speichern</span></button>`
const known = list(row('Anna'), row('Bert', 'b'))

/** Axe is asked about the known page, then about another; whether it is asked about that too. */
async function isAskedAfterKnown(body: string, css?: string): Promise<boolean> {
  const passed = createPassedParts()
  await show(known)
  expect(await checkPage(page, passed)).toBe(true)
  await show(body, css)
  return checkPage(page, passed)
}

test.for([
  ['the same page', known],
  ['another case', list(row('Zoë', 'z'), row('Łukasz', 'l'), row('Ștefan', 's'))],
  ['a single row', list(row('Ğülşen', 'g'))],
])('axe is not asked again about %s', async ([, body]) => {
  expect(await isAskedAfterKnown(body!)).toBe(false)
})

test.for([
  ['a class', known.replace('class="row"', 'class="row pale"')],
  ['an element more', known.replace('Anna', '<b>Anna</b>')],
  ['a role', known.replace('<ul>', '<ul role="list">')],
  ['a state', known.replace('<li', '<li aria-current="true"')],
  ['an attribute more', known.replace('<li', '<li title="Zeile"')],
  ['a known part elsewhere', `<section>${known}</section>`],
  ['a colour in style', known.replace('<li', '<li style="color: light-dark(#222, #ddd)"')],
])('axe is asked again when there is another: %s', async ([, body]) => {
  expect(await isAskedAfterKnown(body!)).toBe(true)
})

test.for([
  [
    'a field lost its label',
    known.replace('<label>Name <input id="b"></label>', '<input id="b">'),
    /light: label/,
  ],
  ['a button lost its text', known.replace('Speichern', ''), /light: button-name/],
  ['a link lost its text', known.replace('>Bert<', '><'), /light: link-name/],
  [
    'a reference leads nowhere',
    known.replace('<input id="b">', '').replace('</ul>', '</ul><input aria-labelledby="x">'),
    /label/,
  ],
  [
    'a text is pale',
    known.replace('<li class="row">', '<li class="row" style="color:#ccc;background:#fff">x'),
    /color-contrast/,
  ],
])('a fault on a page like a known one is found: %s', async ([, body, finding]) => {
  await expect(isAskedAfterKnown(body as string)).rejects.toThrow(finding as RegExp)
})

test('a colour of the stylesheet that is wrong in the dark only is found', async () => {
  const css = '@media (prefers-color-scheme: dark) { h1 { color: #222; background: #111 } }'
  await expect(isAskedAfterKnown(known, css)).rejects.toThrow(/\ndark: color-contrast/)
})

test('what is typed, ticked or locked counts', async () => {
  for (const change of ['value = "x"', 'disabled = true']) {
    const passed = createPassedParts()
    await show(known)
    await checkPage(page, passed)
    await page.evaluate(`document.querySelector('input').${change}`)
    expect(await checkPage(page, passed)).toBe(true)
  }
})

test('a fault deep in what is known, and one around it, are found', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => row('Anna', `a${at}`))
  const passed = createPassedParts()
  await show(list(...rows))
  await checkPage(page, passed)
  await show(list(...rows.with(20, row('Anna', 'a20').replace('<a', '<img src="data:,"><a'))))
  await expect(checkPage(page, passed)).rejects.toThrow(/light: image-alt /)
  await show(list(...rows).replace('<ul>', '<ul><b>Nicht in einer Liste</b>'))
  await expect(checkPage(page, passed)).rejects.toThrow(/light: list /)
})

test('a page that changes while it is looked at is read again', async () => {
  await show(known)
  // What was read goes at once, as a list does whose answer comes; the first time only.
  await page.evaluate(`void new MutationObserver((_, watch) => { watch.disconnect(); document.querySelector('ul').replaceWith(
    Object.assign(document.createElement('ul'), { innerHTML: '<li><input></li>' })) }).observe(document, { attributes: true, subtree: true })`)
  await page.evaluate(
    `void Object.defineProperty(globalThis, 'partsRead', { configurable: true, set(parts) {
      Object.defineProperty(globalThis, 'partsRead', { value: parts, writable: true })
      setTimeout(() => document.body.setAttribute('data-read', '')) } })`,
  )
  await expect(checkPage(page, createPassedParts())).rejects.toThrow(/light: label /)
})

test('a page with a fault is asked about again, and fails again', async () => {
  const passed = createPassedParts()
  await show('<input>')
  await expect(checkPage(page, passed)).rejects.toThrow(/light: label/)
  await expect(checkPage(page, passed)).rejects.toThrow(/light: label/)
})

test('workers share what has passed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-passed-'))
  try {
    const [one, other] = [
      createPassedParts(join(folder, 'passed')),
      createPassedParts(join(folder, 'passed')),
    ]
    expect(other.others(['a'])).toEqual([0])
    one.add(['a', 'b'])
    expect(other.others(['b', 'a'])).toEqual([])
    other.add(['b', 'c'])
    expect(one.others(['a', 'c'])).toEqual([])
    expect(one.others(['a', 'd', 'c', 'e'])).toEqual([1, 3])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
