import { qrCodewords } from './qr-codewords.ts'

/** A QR code as rows of modules, `true` is dark. Without the quiet zone of four modules around it. */
export type QrMatrix = readonly (readonly boolean[])[]

/** Draws text (an otpauth URI) as QR code after ISO/IEC 18004, error correction M. Pure; nothing leaves the page. */
export function qrCode(text: string): QrMatrix {
  const { version, codewords } = qrCodewords(text)
  const masks = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => draw(version, codewords, mask))
  return masks.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}

/** The code as one SVG path in units of modules. */
export function qrPath(matrix: QrMatrix): string {
  return matrix.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
}

class Canvas {
  readonly size: number
  readonly dark: boolean[][]
  /** Modules of the patterns; data and mask leave them alone. */
  readonly fixed: boolean[][]

  constructor(size: number) {
    this.size = size
    this.dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    this.fixed = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  }

  set(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return
    this.dark[y]![x] = dark
    this.fixed[y]![x] = true
  }
}

function draw(version: number, codewords: readonly number[], mask: number): boolean[][] {
  const canvas = new Canvas(version * 4 + 17)
  drawPatterns(canvas, version)
  drawFormat(canvas, mask)
  if (version >= 7) drawVersion(canvas, version)
  drawData(canvas, codewords, mask)
  return canvas.dark
}

function drawPatterns(canvas: Canvas, version: number): void {
  const { size } = canvas
  for (let i = 0; i < size; i++) {
    canvas.set(6, i, i % 2 === 0)
    canvas.set(i, 6, i % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    square(canvas, x, y, 4, (distance) => distance !== 2 && distance !== 4)
  }
  const at = alignmentPositions(version)
  for (const x of at) {
    for (const y of at) {
      const corner = (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6)
      if (!corner) square(canvas, x, y, 2, (distance) => distance !== 1)
    }
  }
}

function square(
  canvas: Canvas,
  x: number,
  y: number,
  reach: number,
  dark: (distance: number) => boolean,
): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++)
      canvas.set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))))
  }
}

function alignmentPositions(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)]
}

/** Level M (bits 00) and the mask, with their BCH code, twice. */
function drawFormat(canvas: Canvas, mask: number): void {
  let rest = mask
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (i: number) => ((bits >>> i) & 1) === 1
  const { size } = canvas
  for (let i = 0; i <= 5; i++) canvas.set(8, i, bit(i))
  canvas.set(8, 7, bit(6))
  canvas.set(8, 8, bit(7))
  canvas.set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) canvas.set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) canvas.set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) canvas.set(8, size - 15 + i, bit(i))
  canvas.set(8, size - 8, true)
}

function drawVersion(canvas: Canvas, version: number): void {
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1
    const [a, b] = [canvas.size - 11 + (i % 3), Math.floor(i / 3)]
    canvas.set(a, b, dark)
    canvas.set(b, a, dark)
  }
}

/** Two columns at a time from the right, up and down in turn, leaving out the timing column. */
function drawData(canvas: Canvas, codewords: readonly number[], mask: number): void {
  const { size, dark, fixed } = canvas
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const upward = ((right + 1) & 2) === 0
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (fixed[y]![x]) continue
        const bit = ((codewords[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1
        at++
        dark[y]![x] = (bit === 1) !== isMasked(mask, x, y)
      }
    }
  }
}

function isMasked(mask: number, x: number, y: number): boolean {
  const product = x * y
  const rules = [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (product % 2) + (product % 3),
    ((product % 2) + (product % 3)) % 2,
    (((x + y) % 2) + (product % 3)) % 2,
  ]
  return rules[mask] === 0
}

/** Long runs and 2 × 2 blocks make a code hard to read; the mask with the fewest wins. */
function penalty(matrix: QrMatrix): number {
  const size = matrix.length
  let sum = 0
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const same = (dx: number, dy: number) => matrix[y + dy]?.[x + dx] === matrix[y]![x]
      if (same(1, 0) && same(0, 1) && same(1, 1)) sum += 3
      if ([1, 2, 3, 4].every((d) => same(d, 0))) sum += 2
      if ([1, 2, 3, 4].every((d) => same(0, d))) sum += 2
    }
  }
  return sum
}
