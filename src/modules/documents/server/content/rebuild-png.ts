import { crc32 } from 'node:zlib'
import { BrokenImage } from './rebuild-jpeg.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What the picture needs to look the same; text, time, EXIF, animation and unknown chunks go. */
const needed = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'bKGD',
  'pHYs',
  'sBIT',
])

/** The same picture without metadata and without anything after its end. Throws BrokenImage. */
export function rebuildPng(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!view.subarray(0, 8).equals(signature)) throw new BrokenImage('no start')
  const kept: Buffer[] = [signature]
  const seen = new Set<string>()
  let at = 8
  while (!seen.has('IEND')) {
    if (at + 12 > view.length) throw new BrokenImage('ends early')
    const end = at + 12 + view.readUInt32BE(at)
    if (end > view.length) throw new BrokenImage('chunk too long')
    const type = view.toString('latin1', at + 4, at + 8)
    if (seen.size === 0 && type !== 'IHDR') throw new BrokenImage('no header')
    if (crc32(view.subarray(at + 4, end - 4)) !== view.readUInt32BE(end - 4)) {
      throw new BrokenImage('checksum')
    }
    seen.add(type)
    if (needed.has(type)) kept.push(view.subarray(at, end))
    else if (/^[A-Z]/.test(type)) throw new BrokenImage('unknown critical chunk')
    at = end
  }
  if (!seen.has('IDAT')) throw new BrokenImage('no picture')
  return Buffer.concat(kept)
}
