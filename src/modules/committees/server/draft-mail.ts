interface Attachment {
  readonly type: string
  /** ASCII, without quotation marks. */
  readonly name: string
  readonly bytes: Uint8Array
}
interface Draft {
  readonly subject: string
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/** No line of base64 holds a hyphen. */
const boundary = '--=_lotse'

/**
 * A mail to nobody, from nobody (RFC 5322, 2045): `X-Unsent` opens it for writing in Outlook and Thunderbird. All is base64,
 * so that no text can become a header or end a part.
 */
export function draftMail({ subject, text, attachments }: Draft): Uint8Array {
  const parts = [
    part(['Content-Type: text/plain; charset=utf-8'], Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')),
    ...attachments.map(({ type, name, bytes }) =>
      part([`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`], bytes),
    ),
  ]
  const head = [
    'X-Unsent: 1',
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ]
  const body = [...parts.map((one) => `--${boundary}\r\n${one}`), `--${boundary}--`]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body.join('\r\n')}\r\n`, 'utf8')
}

const part = (head: readonly string[], bytes: Uint8Array): string =>
  [...head, 'Content-Transfer-Encoding: base64', '', ...linesOf(bytes)].join('\r\n')

const linesOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/g) ?? []

/** RFC 2047: words of at most 75 characters, letters whole, on lines that continue. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const sign of text) {
    if (Buffer.byteLength(word + sign, 'utf8') > 45) {
      words.push(word)
      word = ''
    }
    word += sign
  }
  return [...words, word]
    .map((one) => `=?utf-8?B?${Buffer.from(one, 'utf8').toString('base64')}?=`)
    .join('\r\n ')
}
