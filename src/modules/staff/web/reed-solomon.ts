/** Product in the field GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1, as QR codes use it (ISO/IEC 18004 §7.5). */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

function generator(degree: number): number[] {
  const result = Array.from({ length: degree }, (_, i): number => (i === degree - 1 ? 1 : 0))
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      result[j] = multiply(result[j]!, root)
      if (j + 1 < degree) result[j] = result[j]! ^ result[j + 1]!
    }
    root = multiply(root, 2)
  }
  return result
}

/** Error correction codewords of one block. */
export function reedSolomon(data: readonly number[], degree: number): number[] {
  const divisor = generator(degree)
  const result: number[] = Array.from({ length: degree }, () => 0)
  for (const byte of data) {
    const factor = byte ^ result.shift()!
    result.push(0)
    for (let i = 0; i < degree; i++) result[i] = result[i]! ^ multiply(divisor[i]!, factor)
  }
  return result
}
