import { expect, test } from 'vitest'
import { moduleOf, withKnown } from './import-nationalities.ts'

const known = [
  { code: '000', label: 'Deutschland' },
  { code: '276', label: 'Sudan (einschließlich Südsudan)', historical: true },
  { code: '475', label: 'Syrien' },
  { code: '999', label: 'ohne Angabe' },
]

test('what the official list lacks stays for old records; „ohne Angabe“ stays an answer', () => {
  const imported = [
    { code: '000', label: 'Deutschland' },
    { code: '475', label: 'Syrien, Arabische Republik' },
  ]
  expect(withKnown(imported, known)).toEqual({
    entries: [
      { code: '000', label: 'Deutschland' },
      { code: '276', label: 'Sudan (einschließlich Südsudan)', historical: true },
      { code: '475', label: 'Syrien, Arabische Republik' },
      { code: '999', label: 'ohne Angabe' },
    ],
    kept: 2,
  })
})

test('what is written is the list again, whatever stands in a label', () => {
  const entries = [{ code: '000', label: "'; process.exit() //`${x}`" }]
  const source = moduleOf(entries, '2025-01-31')
  const [, written = ''] =
    /entries: \[\n([\s\S]*)\n {2}\],\n/.exec(source.slice(source.indexOf('incomplete: false'))) ?? []
  expect(JSON.parse(`[${written.trim().replace(/,$/, '')}]`)).toEqual(entries)
  expect(source).toContain('version: "2025-01-31"')
})
