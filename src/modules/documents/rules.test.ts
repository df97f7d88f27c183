import { expect, test } from 'vitest'
import { titleOf } from './rules.ts'

test.for([
  ['Bescheid vom 3.12..pdf', 'Bescheid vom 3.12.'],
  ['Mietvertrag_Familie.PDF', 'Mietvertrag Familie'],
  ['C:\\Users\\kim\\Scan 001.jpg', 'Scan 001'],
  ['../../etc/passwd', 'passwd'],
  ['Rechnung\u202egpj.exe', 'Rechnunggpj'],
  ['\u0000\u0007.pdf', 'Dokument ohne Titel'],
  ['', 'Dokument ohne Titel'],
  ['رسالة.pdf', 'رسالة'],
  ['😀'.repeat(300), '😀'.repeat(200)],
] as const)('the title of „%s“ is „%s“', ([name, title]) => {
  expect(titleOf(name)).toBe(title)
})
