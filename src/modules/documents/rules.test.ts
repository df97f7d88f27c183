import { expect, test } from 'vitest'
import { titleOf } from './rules.ts'

test.for([
  ['Bescheid vom 3.12..pdf', 'Bescheid vom 3.12.'],
  ['Mietvertrag_Familie.PDF', 'Mietvertrag Familie'],
  ['C:\\Users\\kim\\Scan 001.jpg', 'Scan 001'],
  ['../../etc/passwd', 'passwd'],
  ['Rechnung\u202egpj.exe', 'Rechnunggpj'],
  ['\u0000\u0007.pdf', 'Dokument ohne Titel'],
  ['Foto.jpeg.backup', 'Foto.jpeg.backup'],
  ['Foto.a1.pdf', 'Foto.a1'],
  ['Protokoll.', 'Protokoll.'],
  ['Anlage.2026_b', 'Anlage.2026 b'],
  ['  Brief __ \t an   Amt  .pdf', 'Brief an Amt'],
  ['Re\u0301sume\u0301.pdf', 'R\u00e9sum\u00e9'],
  ['\ud800halb\ue000.pdf', 'halb'],
  ['Ordner/', 'Dokument ohne Titel'],
  ['', 'Dokument ohne Titel'],
  ['رسالة.pdf', 'رسالة'],
  ['😀'.repeat(300), '😀'.repeat(200)],
  [`${'a'.repeat(199)} b`, 'a'.repeat(199)],
] as const)('the title of „%s“ is „%s“', ([name, title]) => {
  expect(titleOf(name)).toBe(title)
})
