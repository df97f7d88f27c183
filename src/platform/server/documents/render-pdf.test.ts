import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PdfError } from './pdf-error.ts'
import { closePdf, PdfRenderer, renderPdf } from './render-pdf.ts'

const specimen = fileURLToPath(new URL('./specimen.typ', import.meta.url))
const HOSTILE =
  '#read("/etc/passwd") $x^2$ \\ *fett* _kursiv_ `code` = Titel <label> @ref [x] #eval("1+1") // /* ~ \u0027'
const content = {
  district: 'Kreis Musterland',
  funderNote: 'Gefördert durch ein erfundenes Ministerium',
  name: 'Nguyễn Thị Ạ̈nna-Łucja Ḥasan',
  language: 'ar',
  originalName: 'سارة حسن',
  text: HOSTILE,
  rows: [['Wohnung finden', 'a'.repeat(300), '21.11.2026']],
  pairs: [['Die Vereinbarung ist freiwillig.', 'سارة 123 ሳባ ተስፋይ']],
}
const request = {
  template: specimen,
  data: content,
  title: 'Musterdokument',
  lang: 'de',
  createdAt: Temporal.Instant.from('2026-11-21T09:00:00Z'),
}

/** The PDF with its compressed streams opened, as one text: structure is written in clear there. */
function opened(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('utf8')
    } catch {
      return body!
    }
  })
  return [raw, ...streams].join('\n')
}

/** The characters of the text as glyphs were given to them: reads the ToUnicode maps of all fonts. */
const shownCharacters = (text: string) =>
  new Set(
    [...text.matchAll(/^<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>$/gm)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
    ),
  )

afterAll(closePdf)

describe('a document', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await renderPdf(request)
  })

  test('is tagged and says it is PDF/UA-1, in German, with its title', () => {
    const text = opened(pdf)
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toMatch(/\/StructTreeRoot/)
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).toMatch(/\/Lang\s*\(de\)/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    expect(text).toMatch(/pdfuaid:part>1</)
    expect(text).toContain('Musterdokument')
    expect(text).toMatch(/\/S\s*\/TH\b/)
    expect(text).toMatch(/\/S\s*\/H2\b/)
  })

  test('marks the second language', () => {
    expect(opened(pdf)).toMatch(/\/Lang\s*\(ar\)/)
  })

  test('BC-24: shows hostile text literally and reads no file', () => {
    const shown = shownCharacters(opened(pdf))
    for (const sign of '#$\\*_`=<>@[]~/"') expect(shown).toContain(sign)
    expect(opened(pdf)).not.toContain('root:')
  })

  test('has glyphs for DIN 91379 letters, Arabic and Ethiopic', () => {
    const shown = [...shownCharacters(opened(pdf))].join('')
    for (const letter of 'ễịŁḤሳተ') expect(shown).toContain(letter)
    expect(shown).toMatch(/\p{Script=Arabic}/u)
  })

  test('is the same for the same content', async () => {
    const date = (bytes: Uint8Array) => opened(bytes).match(/CreationDate \(([^)]*)\)/)?.[1]
    expect(date(await renderPdf(request))).toBe(date(pdf))
    expect(date(pdf)).toMatch(/^D:20261121/)
  })
})

test('text no font can show is replaced, not refused: the document is still made', async () => {
  const odd = '😀 தமிழ் 王 \u202eumgedreht\u0000\ud800 \u0007'
  const pdf = await renderPdf({ ...request, title: odd, data: { ...content, name: odd, text: odd } })
  expect(shownCharacters(opened(pdf))).toContain('\ufffd')
})

describe('limits', () => {
  let folder: string
  let renderer: PdfRenderer
  const template = (source: string) => {
    const file = join(folder, 'template.typ')
    writeFileSync(file, source)
    return { template: file, data: { name: 'Geheim' }, title: 'T', lang: 'de' }
  }
  beforeAll(() => {
    folder = mkdtempSync(fileURLToPath(new URL('./limits-', import.meta.url)))
    renderer = new PdfRenderer({ milliseconds: 3_000, megabytes: 400, idleMilliseconds: 1_000 })
  })
  afterAll(() => {
    renderer.close()
    rmSync(folder, { recursive: true })
  })

  test('a runaway template is stopped, and the next document is made', async () => {
    const runaway = renderer.render(
      template('#for i in range(100000) { for j in range(100000) { let x = i * j } }'),
    )
    const next = renderer.render(request)
    await expect(runaway).rejects.toMatchObject({ code: 'pdf.timeout' })
    expect((await next).length).toBeGreaterThan(1_000)
  })

  test.runIf(process.platform === 'linux')('a template that eats memory is stopped', async () => {
    const greedy = template('#let a = range(1000).map(str)\n#for i in range(10000) { a = a + a }')
    // Time enough to get there first, also on a busy machine.
    const patient = new PdfRenderer({ milliseconds: 30_000, megabytes: 400, idleMilliseconds: 1_000 })
    await expect(patient.render(greedy)).rejects.toMatchObject({ code: 'pdf.memory' })
    patient.close()
  })

  test('BC-34: an error of the template is named without the content of the document', async () => {
    const error = await renderer
      .render(template('#let d = json(bytes(sys.inputs.document)).data\n#d.at(d.name)'))
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PdfError)
    expect(String(error)).toContain('dictionary does not contain key')
    expect(String(error)).not.toContain('Geheim')
  })

  test('a template elsewhere, a missing title, a wrong language, too much data are refused', async () => {
    const refused = (change: object, code: string) =>
      expect(renderer.render({ ...request, ...change })).rejects.toMatchObject({ code })
    await refused({ template: join(tmpdir(), 'x.typ') }, 'pdf.template')
    await refused({ template: 'specimen.typ' }, 'pdf.template')
    await refused({ title: ' ' }, 'pdf.template')
    await refused({ lang: 'de"' }, 'pdf.template')
    await refused({ data: 'x'.repeat(4_000_001) }, 'pdf.tooLarge')
  })

  test.runIf(process.platform === 'linux')('the printing process sees no secret of the server', async () => {
    process.env.SECRET_FOR_TEST = 'streng-geheim'
    await renderer.render(request)
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
    const environments = children.map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'))
    delete process.env.SECRET_FOR_TEST
    expect(environments.length).toBeGreaterThan(0)
    expect(environments.join()).not.toContain('streng-geheim')
  })
})
