/** Thrown when bytes do not follow the format they claim. */
export class BrokenImage extends Error {}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const COM = 0xfe

/**
 * The same picture without anything else: no EXIF (place, time, device), no comments, no thumbnails, nothing after
 * the end. Only the orientation is kept, or a photo taken upright would lie on its side. Throws BrokenImage.
 */
export function rebuildJpeg(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view[0] !== 0xff || view[1] !== SOI) throw new BrokenImage('no start')
  const kept: Buffer[] = [Buffer.from([0xff, SOI])]
  let orientation = 1
  let scans = 0
  let at = 2
  for (;;) {
    const { marker, start } = nextMarker(view, at)
    if (marker === EOI) break
    if (marker === SOI || (marker >= 0xd0 && marker <= 0xd7) || marker <= 0x01) {
      throw new BrokenImage('unexpected marker')
    }
    const end = start + lengthAt(view, start)
    if (end > view.length) throw new BrokenImage('segment too long')
    const body = view.subarray(start + 2, end)
    if (marker === APP1) orientation = orientationOf(body) ?? orientation
    const segment = keptSegment(marker, body)
    if (segment) kept.push(segment)
    at = end
    if (marker === SOS) {
      scans += 1
      at = endOfScan(view, end)
      kept.push(view.subarray(end, at))
    }
  }
  if (scans === 0) throw new BrokenImage('no picture')
  if (orientation > 1) kept.splice(1, 0, exifWith(orientation))
  return Buffer.concat([...kept, Buffer.from([0xff, EOI])])
}

function nextMarker(view: Buffer, from: number): { marker: number; start: number } {
  let at = from
  if (view[at] !== 0xff) throw new BrokenImage('no marker')
  while (view[at] === 0xff) at += 1
  const marker = view[at]
  if (marker === undefined) throw new BrokenImage('ends early')
  return { marker, start: at + 1 }
}

function lengthAt(view: Buffer, at: number): number {
  const length = at + 2 <= view.length ? view.readUInt16BE(at) : 0
  if (length < 2) throw new BrokenImage('no length')
  return length
}

/** Compressed data runs to the next marker that is neither stuffing (00) nor a restart (d0–d7). */
function endOfScan(view: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = view.indexOf(0xff, at)
    if (at === -1 || at + 1 >= view.length) throw new BrokenImage('no end')
    const next = view[at + 1]!
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

function keptSegment(marker: number, body: Buffer): Buffer | null {
  if (marker === COM) return null
  if (marker < APP0 || marker > 0xef) return segmentOf(marker, body)
  if (marker === APP0 && body.subarray(0, 5).equals(Buffer.from('JFIF\0')) && body.length >= 14) {
    // Without its thumbnail: width and height of it become zero.
    return segmentOf(marker, Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]))
  }
  // Colours: without the profile or Adobe's transform the picture would look different.
  const profile = marker === APP2 && body.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'))
  const adobe = marker === APP14 && body.subarray(0, 5).equals(Buffer.from('Adobe')) && body.length === 12
  return profile || adobe ? segmentOf(marker, body) : null
}

function segmentOf(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const ORIENTATION = 0x0112

/** The orientation (1 to 8) an EXIF segment names, or null. */
function orientationOf(body: Buffer): number | null {
  if (!body.subarray(0, 6).equals(Buffer.from('Exif\0\0'))) return null
  const tiff = body.subarray(6)
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  if (tiff.length < 8) return null
  const directory = long(4)
  if (directory + 2 > tiff.length) return null
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** The smallest EXIF segment there is: one entry, the orientation. */
function exifWith(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return segmentOf(APP1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))
}
