import { reedSolomon } from './reed-solomon.ts'

/** Error correction level M, versions 1–15 (ISO/IEC 18004 table 9): codewords per block, number of blocks. */
const ECC_PER_BLOCK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24]
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]

export interface QrCodewords {
  version: number
  codewords: number[]
}

/** Text as codewords with error correction, in the smallest version that holds it. At most 412 bytes. */
export function qrCodewords(text: string): QrCodewords {
  const bytes = [...new TextEncoder().encode(text)]
  const version =
    ECC_PER_BLOCK.findIndex((_, i) => bitsNeeded(bytes.length, i + 1) <= dataCodewords(i + 1) * 8) + 1
  if (version === 0) throw new RangeError('text is too long for a QR code of version 15')
  return { version, codewords: interleave(padded(bytes, version), version) }
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16
}

function bitsNeeded(length: number, version: number): number {
  return 4 + lengthBits(version) + length * 8
}

/** Modules that are free for data: all but finders, timing, alignment, format and version. */
function rawCodewords(version: number): number {
  let modules = (16 * version + 128) * version + 64
  if (version >= 2) {
    const align = Math.floor(version / 7) + 2
    modules -= (25 * align - 10) * align - 55
    if (version >= 7) modules -= 36
  }
  return Math.floor(modules / 8)
}

function dataCodewords(version: number): number {
  return rawCodewords(version) - ECC_PER_BLOCK[version - 1]! * BLOCKS[version - 1]!
}

/** Byte mode: indicator, length, data, terminator, then the two pad bytes in turn. */
function padded(bytes: readonly number[], version: number): number[] {
  const bits: number[] = []
  const push = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >>> i) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, lengthBits(version))
  for (const byte of bytes) push(byte, 8)
  const capacity = dataCodewords(version) * 8
  push(0, Math.min(4, capacity - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8)
  const result: number[] = []
  for (let i = 0; i < bits.length; i += 8) result.push(Number.parseInt(bits.slice(i, i + 8).join(''), 2))
  return result
}

/** Splits the data into blocks, adds their error correction and takes the bytes in turn. */
function interleave(data: readonly number[], version: number): number[] {
  const count = BLOCKS[version - 1]!
  const ecc = ECC_PER_BLOCK[version - 1]!
  const raw = rawCodewords(version)
  const shortBlocks = count - (raw % count)
  const shortLength = Math.floor(raw / count) - ecc
  const blocks: { data: number[]; ecc: number[] }[] = []
  for (let i = 0, at = 0; i < count; i++) {
    const length = shortLength + (i < shortBlocks ? 0 : 1)
    const part = data.slice(at, at + length)
    at += length
    blocks.push({ data: part, ecc: reedSolomon(part, ecc) })
  }
  const inTurn = (parts: number[][], length: number) =>
    Array.from({ length }, (_, i) => parts.flatMap((part) => (i < part.length ? [part[i]!] : []))).flat()
  return [
    ...inTurn(
      blocks.map((block) => block.data),
      shortLength + 1,
    ),
    ...inTurn(
      blocks.map((block) => block.ecc),
      ecc,
    ),
  ]
}
