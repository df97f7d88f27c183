import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const table = {
  name: 'Liste: der/Fälle',
  header: ['Aktenzeichen', 'Name', 'Seit', 'Personen'],
  rows: [
    ['WES-1', "=cmd|'/c calc'!A0", { date: '2026-11-21' }, 3],
    ['WES-2', 'Ən "Ða"; <b>&\u0000\ud800 _x0041_\nzweite', null, 1.5],
  ],
}

/** Entries of a zip by its central directory, with their checksums left to the tools that open it. */
function unzip(bytes: Uint8Array): Record<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const entries: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries[zip.toString('utf8', at + 46, at + 46 + name)] = inflateRawSync(
      zip.subarray(start, start + packed),
    ).toString('utf8')
    at += 46 + name
  }
  return entries
}

test('CSV: byte order mark, semicolons, German dates and numbers, quotation marks doubled', () => {
  const text = Buffer.from(writeCsv(table)).toString('utf8')
  expect(text.startsWith('\ufeff"Aktenzeichen";"Name";"Seit";"Personen"\r\n')).toBe(true)
  expect(text).toContain(`"WES-1";"'=cmd|'/c calc'!A0";21.11.2026;3\r\n`)
  expect(text).toContain('"Ən ""Ða""; <b>&')
  expect(text).toContain(';1,5\r\n')
})

test('XLSX: one sheet, header on top, texts as they were and never a formula, dates as dates', () => {
  const entries = unzip(writeXlsx(table))
  expect(Object.keys(entries)).toContain('xl/workbook.xml')
  const sheet = entries['xl/worksheets/sheet1.xml']!
  expect(sheet).toContain(`<c r="B2" s="3" t="inlineStr"><is><t xml:space="preserve">=cmd|'/c calc'!A0</t>`)
  expect(sheet).not.toContain('<f')
  // 21 November 2026 is day 46347 of a workbook.
  expect(sheet).toContain('<c r="C2" s="2"><v>46347</v></c>')
  expect(sheet).toContain('Ən &quot;Ða&quot;; &lt;b&gt;&amp;\ufffd _x005F_x0041_\nzweite')
  expect(sheet).toContain('<c r="D3" s="0"><v>1.5</v></c>')
  expect(sheet).toContain('ref="A1:D3"')
  expect(entries['xl/workbook.xml']).toContain('name="Liste  der Fälle"')
})

test('what the list is stands over the table, in CSV behind it, and is no formula either', () => {
  const told = {
    ...table,
    about: [
      ['Suche', '=1+1'],
      ['Zeilen', 2],
    ] as const,
  }
  const text = Buffer.from(writeCsv(told)).toString('utf8')
  expect(text.startsWith('\ufeff"Aktenzeichen"')).toBe(true)
  expect(text.endsWith(`\r\n\r\n"Suche";"'=1+1"\r\n"Zeilen";2\r\n`)).toBe(true)
  const sheet = unzip(writeXlsx(told))['xl/worksheets/sheet1.xml']!
  expect(sheet).toContain('<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">Suche</t>')
  expect(sheet).toContain('<c r="B2" s="0"><v>2</v></c>')
  expect(sheet).toContain('<c r="A4" s="1" t="inlineStr"><is><t xml:space="preserve">Aktenzeichen</t>')
  expect(sheet).toContain('<autoFilter ref="A4:D6"/>')
  expect(sheet).toContain('ySplit="4" topLeftCell="A5"')
  expect(sheet).not.toContain('<f')
})

test('XLSX: column letters go on after Z', () => {
  const wide = { name: 'x', header: Array.from({ length: 30 }, (_, place) => `S${place}`), rows: [] }
  expect(unzip(writeXlsx(wide))['xl/worksheets/sheet1.xml']).toContain('r="AD1"')
})
