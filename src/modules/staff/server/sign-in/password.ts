import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, 2 passes (OWASP's first choice). */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hashing is bounded so that a storm of sign-ins leaves the other requests their share of the machine (F18). */
const most = 2
let running = 0
const waiting: (() => void)[] = []

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> =>
  bounded(() => hash(password.normalize('NFC'), options))

let decoy: Promise<string> | undefined
let checked = 0

/** Hashes checked by this process: every attempt costs exactly one, whoever is named (sign-in.test.ts, BC-28). */
export const checkedHashes = (): number => checked

/**
 * Is this the password of the hash? An unknown account is checked against a decoy, so that it takes as long as a
 * known one (BC-28).
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const against = stored ?? (await decoy)
  checked += 1
  const right = await bounded(() => verify(against, password.normalize('NFC'), options))
  return right && stored !== null && stored !== undefined
}
