import { afterAll, beforeAll, test } from 'vitest'
import { openOffice, type Office } from './journey/open-office.ts'
import { wanted } from './journey/picture.ts'

let office: Office
beforeAll(async () => {
  if (wanted) office = await openOffice()
})
afterAll(() => office?.close())

// With LOTSE_PICTURES=1 these are the pictures of the README; in `test:full`, that the pages open; other journeys walk them as well.
test.runIf(wanted)('the pages that the README shows', async () => {
  const desk = await office.desk('wes-cm1', { height: 1024 })
  await desk.heading(/^Guten/)
  await desk.picture('mein-tag')
  await desk.go('Anfragen')
  await desk.picture('anfragen')
  await desk.go('Kreis')
  await desk.picture('kreis')
  await desk.go('Fälle')
  await desk.picture('faelle')
  // The family of the demo data: assessed, an agreement signed.
  await desk.follow(/ \+\d$/)
  await desk.tab('Überblick')
  await desk.picture('fall')
  for (const [tab, name] of [
    ['Lebensbereiche', 'lebensbereiche'],
    ['Plan und Vereinbarung', 'plan-und-vereinbarung'],
    ['Verlauf', 'verlauf'],
    ['Einwilligungen', 'einwilligungen'],
  ] as const) {
    await desk.tab(tab)
    await desk.picture(name)
  }
  await desk.tab('Überblick')
  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await desk.picture('fall-dunkel')
  await desk.page.setViewportSize({ width: 390, height: 844 })
  await desk.page.emulateMedia({ colorScheme: 'light' })
  await desk.open('/')
  await desk.picture('mein-tag-telefon')
  await desk.leave()
})
