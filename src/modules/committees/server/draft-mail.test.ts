import { expect, test } from 'vitest'
import { draftMail } from './draft-mail.ts'

/** Head and parts of a mail as a mail program takes it apart. */
function opened(bytes: Uint8Array) {
  const mail = Buffer.from(bytes).toString('utf8')
  const [head, ...rest] = mail.split('\r\n\r\n')
  const boundary = /boundary="([^"]+)"/.exec(head!)![1]!
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((one) => {
      const [own, ...body] = one.trimStart().split('\r\n\r\n')
      return { head: own!, bytes: Buffer.from(body.join(''), 'base64') }
    })
  return { head: head!, parts, lines: mail.split('\r\n') }
}
const decoded = (head: string) =>
  [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)]
    .map(([, word]) => Buffer.from(word!, 'base64').toString('utf8'))
    .join('')

test('a draft without sender and addresses, its parts as they were, in short lines', () => {
  const bytes = Buffer.from(Array.from({ length: 500 }, (_, at) => at % 256))
  const attachments = [{ type: 'application/pdf', name: 'Einladung.pdf', bytes }]
  const mail = opened(draftMail({ subject: 'Einladung: Übergänge', text: 'Guten Tag,\nÄ', attachments }))
  expect(mail.head.startsWith('X-Unsent: 1\r\n')).toBe(true)
  expect(mail.head).not.toMatch(/^(From|To|Cc|Bcc):/m)
  expect(decoded(mail.head)).toBe('Einladung: Übergänge')
  expect(mail.parts.map((part) => part.head.split('\r\n').slice(0, -1))).toEqual([
    ['Content-Type: text/plain; charset=utf-8'],
    ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="Einladung.pdf"'],
  ])
  expect(mail.parts[0]!.bytes.toString()).toBe('Guten Tag,\r\nÄ')
  expect(mail.parts[1]!.bytes.equals(bytes)).toBe(true)
  expect(Math.max(...mail.lines.map(({ length }) => length))).toBeLessThanOrEqual(76)
})

test('no text becomes a header or ends a part; a long subject is folded between letters', () => {
  const subject = `A\r\nBcc: x@example.org ${'ß😀'.repeat(40)}`
  const { head, parts } = opened(draftMail({ subject, text: '\n----=_lotse--\n', attachments: [] }))
  expect(head).not.toMatch(/^Bcc/m)
  expect(decoded(head)).toBe(subject)
  expect(head.split('\r\n').every(({ length }) => length <= 85)).toBe(true)
  expect(parts).toHaveLength(1)
})
