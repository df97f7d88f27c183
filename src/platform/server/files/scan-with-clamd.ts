import { connect, type Socket } from 'node:net'

/** Where clamd listens. */
export interface ClamdAddress {
  readonly host: string
  readonly port: number
}

export type ScanResult = 'clean' | 'infected'

/** The scanner could not be asked, or did not give an answer that can be understood. Never means "clean". */
export class ScannerUnavailable extends Error {}

const CHUNK = 64 * 1024
const TIMEOUT_MS = 20_000

/** Asks clamd (command INSTREAM, documented in clamd(8)) about these bytes. Throws ScannerUnavailable. */
export function scanWithClamd(
  address: ClamdAddress,
  bytes: Uint8Array,
  timeout = TIMEOUT_MS,
): Promise<ScanResult> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.host, port: address.port })
    const fail = (reason: string) => {
      socket.destroy()
      reject(new ScannerUnavailable(reason))
    }
    let answer = ''
    socket.setTimeout(timeout, () => fail('timeout'))
    socket.on('error', (error) => fail(error.message))
    socket.on('connect', () => send(socket, bytes))
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('close', () => {
      const text = answer.replaceAll('\0', '').trim()
      if (text === 'stream: OK') resolve('clean')
      else if (/^stream: .+ FOUND$/.test(text)) resolve('infected')
      else reject(new ScannerUnavailable('no usable answer'))
    })
  })
}

/** Chunks with their length before them, closed by a length of zero. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    socket.write(chunk)
  }
  socket.write(Buffer.alloc(4))
}
