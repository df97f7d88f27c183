import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const UTF8_NAMES = 0x0800
const DEFLATE = 8
const VERSION = 20
/** 1 January 1980: a file's own time would say nothing here. */
const DATE = 0x0021

/** A zip archive (PKWARE APPNOTE 4.3): entries deflated, no zip64, so below 4 GB and 65,535 entries. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const packed = deflateRawSync(entry.bytes)
    const common = commonHeader(entry.bytes, packed, name)
    const local = Buffer.concat([signature(0x04034b50), common, name, packed])
    directory.push(Buffer.concat([signature(0x02014b50), u16(VERSION), common, directoryTail(offset), name]))
    files.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.concat([
    signature(0x06054b50),
    u16(0, 0, entries.length, entries.length),
    u32(listing.length, offset),
    u16(0),
  ])
  return Buffer.concat([...files, listing, end])
}

/** Version, flags, method, time, date, checksum, sizes, length of name and of the extra field. */
const commonHeader = (bytes: Uint8Array, packed: Uint8Array, name: Uint8Array): Buffer =>
  Buffer.concat([
    u16(VERSION, UTF8_NAMES, DEFLATE, 0, DATE),
    u32(crc32(bytes), packed.length, bytes.length),
    u16(name.length, 0),
  ])

/** Comment length, disk, internal and external attributes, where the file begins. */
const directoryTail = (offset: number): Buffer => Buffer.concat([u16(0, 0, 0), u32(0, offset)])

const signature = (value: number): Buffer => u32(value)

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4))
  return bytes
}
