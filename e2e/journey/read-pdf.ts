import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

interface PdfFacts {
  /** Its structure is written down, so a screen reader can read it in order. */
  readonly tagged: boolean
  readonly languages: readonly string[]
  /** What it says of itself in its metadata: 1 for PDF/UA-1. */
  readonly ua: string | undefined
}

/** What a reader program would learn from the head of a PDF. Fails on anything else than a PDF. */
export function readPdf(path: string): PdfFacts {
  const bytes = readFileSync(path)
  const raw = bytes.toString('latin1')
  if (!raw.startsWith('%PDF-')) throw new Error(`${path} is no PDF: ${raw.slice(0, 80)}`)
  const text = raw + unpackedStreams(bytes, raw)
  return {
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(text) && text.includes('/StructTreeRoot'),
    languages: [...text.matchAll(/\/Lang\s*\(([\w-]+)\)/g)].map((match) => match[1]!),
    ua: /pdfuaid:part[>="]+(\d)/.exec(text)?.[1],
  }
}

/** Newer PDFs keep their objects in compressed streams. */
function unpackedStreams(bytes: Buffer, raw: string): string {
  const found: string[] = []
  for (const match of raw.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = raw.indexOf('endstream', start)
    found.push(inflateSync(bytes.subarray(start, end)).toString('latin1'))
  }
  return found.join('\n')
}
