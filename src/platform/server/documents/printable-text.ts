import { readdirSync, readFileSync } from 'node:fs'

/** Code points a TrueType font has a glyph for, from its `cmap` table (format 4, which all vendored fonts carry). */
function coverageOf(font: Buffer): number[] {
  const covered: number[] = []
  const at = cmapFormat4(font)
  const segments = font.readUInt16BE(at + 6) / 2
  for (let i = 0; i < segments; i++) {
    const end = font.readUInt16BE(at + 14 + 2 * i)
    const start = font.readUInt16BE(at + 16 + 2 * (segments + i))
    const delta = font.readUInt16BE(at + 16 + 2 * (2 * segments + i))
    const rangeAt = at + 16 + 2 * (3 * segments + i)
    const range = font.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + 2 * (code - start))
      if (glyph !== 0) covered.push(code)
    }
  }
  return covered
}

function cmapFormat4(font: Buffer): number {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const entry = 12 + 16 * table
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(entry + 8)
    for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
      const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4)
      if (font.readUInt16BE(subtable) === 4) return subtable
    }
  }
  throw new Error('the font has no cmap of format 4')
}

/** What every font of the folder can show. */
export const fontCoverage = (folder: URL): ReadonlySet<number> =>
  new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('-Regular.ttf'))
      .flatMap((file) => coverageOf(readFileSync(new URL(file, folder)))),
  )

/** Bidirectional controls could print a text in another order than it was typed; other control characters print nothing. */
const DROPPED = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const REPLACEMENT = '\ufffd'

/**
 * Text as Typst can set it. PDF/UA forbids a character without a glyph, and one would fail the whole document:
 * it becomes U+FFFD (a black diamond), which a reader sees and asks about.
 */
export const printableText = (text: string, covered: ReadonlySet<number>): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(DROPPED, (control) => (control === '\n' ? control : ''))
    .replace(/[^\n]/gu, (character) => (covered.has(character.codePointAt(0)!) ? character : REPLACEMENT))

/** The same for every string inside a JSON value, keys aside. */
export function printable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printableText(value, covered)
  if (Array.isArray(value)) return value.map((item) => printable(item, covered))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, covered)]))
}
