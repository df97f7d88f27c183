import { crc32, deflateSync } from 'node:zlib'

/** Small real files for tests, made here so that every byte is known. */
export function aPdf({ catalog = '', extra = '', tail = '' } = {}): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog}>>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${extra}` +
      `trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n${tail}`,
    'latin1',
  )
}

/** An object stream as PDF writers make it: names stand compressed. */
export function objectStream(content: string, dictionary = '/Type /ObjStm /N 1 /First 4'): string {
  const data = deflateSync(Buffer.from(content, 'latin1'))
  return `9 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, check])
}

export const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One grey pixel; `extra` chunks stand before the picture. */
export function aPng(extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const picture = deflateSync(Buffer.from([0, 128]))
  const chunks = [pngChunk('IHDR', header), ...extra, pngChunk('IDAT', picture)]
  return Buffer.concat([pngStart, ...chunks, pngChunk('IEND', Buffer.alloc(0))])
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** EXIF as a telephone writes it: orientation, and a place in clear text. */
export function exif(orientation: number, byteOrder: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26)
  const little = byteOrder === 'II'
  tiff.write(byteOrder, 0, 'latin1')
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  const place = Buffer.from('GPS 51.6,6.6 Handy von Amina', 'latin1')
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, place]))
}

/** The skeleton of a picture: frame, scan with stuffed bytes and a restart marker, end. */
export function aJpeg(extra: readonly Buffer[] = [], tail: Buffer = Buffer.alloc(0)): Buffer {
  const jfif = jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x02\x00\x00\x01\x00\x01\x00\x00', 'latin1'))
  const frame = jpegSegment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
  const scan = jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))
  const data = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])
  const end = Buffer.from([0xff, 0xd9])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, ...extra, frame, scan, data, end, tail])
}
