import { describe, expect, test } from 'vitest'
import { inspectFile } from './inspect-file.ts'
import { rebuildJpeg } from './rebuild-jpeg.ts'
import { rebuildPng } from './rebuild-png.ts'
import { aJpeg, aPdf, aPng, exif, jpegSegment, objectStream, pngChunk } from './testing/sample-files.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const problemOf = async (bytes: Uint8Array) => {
  const inspected = await inspectFile(bytes)
  return 'problem' in inspected ? inspected.problem : null
}
const zipEnd = 'PK\u0005\u0006' + '\0'.repeat(18)
const zip = Buffer.from('504b03041400000008000000000000000000000000000000000000000a000000', 'hex')

describe('BC-23: what is kept', () => {
  test.for([
    ['application/pdf', aPdf()],
    ['application/pdf', aPdf({ extra: objectStream('3 0 << /Type /Page >>') })],
    ['image/png', aPng()],
    ['image/jpeg', aJpeg()],
    ['text/plain', text('Sehr geehrte Frau Şahin,\r\n\tder Termin ist am 3.12. um 9 < 10 Uhr. شكرا')],
  ] as const)('%s', async ([mediaType, bytes]) => {
    expect(await inspectFile(bytes)).toMatchObject({ mediaType })
  })

  test('a PDF and a text are kept byte for byte', async () => {
    for (const bytes of [aPdf(), text('Hallo')]) {
      expect(await inspectFile(bytes)).toMatchObject({ bytes })
    }
  })
})

describe('BC-23: what is refused', () => {
  const js = '/JavaScript'
  test.for([
    ['nothing', Buffer.alloc(0), 'documentEmpty'],
    [
      'SVG',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'documentMarkup',
    ],
    ['SVG with a declaration', text('<?xml version="1.0"?><svg/>'), 'documentMarkup'],
    ['HTML', text('<!DOCTYPE html><p>Hallo'), 'documentMarkup'],
    ['HTML behind text', text('Bescheid\n\n<ScRipt >alert(1)</script>'), 'documentMarkup'],
    ['RTF', text('{\\rtf1 Hallo}'), 'documentUnknownType'],
    ['shell script', text('#!/bin/sh\nrm -rf /'), 'documentMarkup'],
    ['Office or ZIP', zip, 'documentUnknownType'],
    ['Windows program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'documentUnknownType'],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'documentUnknownType'],
    ['bytes', Buffer.from([0, 1, 2, 3]), 'documentUnknownType'],
    ['Latin-1 text', Buffer.from('Grüße', 'latin1'), 'documentUnknownType'],
    ['text with NUL', text('a\0b'), 'documentUnknownType'],
    [
      'PDF with a program',
      aPdf({ catalog: `/OpenAction << /S ${js} /JS (app.alert(1)) >>` }),
      'documentActive',
    ],
    ['the same in disguise', aPdf({ catalog: '/AA << /S /J#61va#53cript >>' }), 'documentActive'],
    ['the same, compressed', aPdf({ extra: objectStream(`3 0 << /S ${js} >>`) }), 'documentActive'],
    [
      'the same, in a disguised stream',
      aPdf({ extra: objectStream('3 0 << /S /Launch >>', '/Type /Obj#53tm') }),
      'documentActive',
    ],
    ['PDF with a file inside', aPdf({ catalog: '/Names << /EmbeddedFiles 3 0 R >>' }), 'documentActive'],
    ['PDF with XFA', aPdf({ catalog: '/AcroForm << /XFA 5 0 R >>' }), 'documentActive'],
    [
      'PDF that cannot be looked into',
      aPdf({ extra: '9 0 obj <</Type/ObjStm>>\nstream\nxyz' }),
      'documentOpaque',
    ],
    ['encrypted PDF', aPdf({ extra: 'trailer << /Encrypt 7 0 R >>\n' }), 'documentEncrypted'],
    ['PDF with a ZIP inside', aPdf({ extra: `% ${zipEnd}\n` }), 'documentPolyglot'],
    ['PDF with something behind it', aPdf({ tail: '<html>' }), 'documentPolyglot'],
    ['PDF cut off', aPdf().subarray(0, 60), 'documentBroken'],
    ['PNG cut off', aPng().subarray(0, 50), 'documentBroken'],
    [
      'PNG with a wrong checksum',
      Buffer.from(aPng().map((byte, at) => (at === 20 ? 9 : byte))),
      'documentBroken',
    ],
    ['JPEG cut off', aJpeg().subarray(0, 40), 'documentBroken'],
  ] as const)('%s', async ([, bytes, problem]) => {
    expect(await problemOf(bytes)).toBe(problem)
  })

  test('a bomb in a PDF is not unpacked', async () => {
    const bomb = aPdf({ extra: objectStream(' '.repeat(30 * 1024 * 1024)) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemOf(bomb)).toBe('documentOpaque')
  })
})

describe('BC-23: pictures lose everything but the picture', () => {
  test('JPEG: EXIF, comments, other segments and what follows the end', () => {
    const extras = [
      exif(6),
      jpegSegment(0xfe, Buffer.from('Kommentar')),
      jpegSegment(0xed, Buffer.from('Photoshop 3.0\0IPTC')),
      jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>')),
      jpegSegment(0xe2, Buffer.from('MPF\0zweites Bild')),
    ]
    const kept = Buffer.from(rebuildJpeg(aJpeg(extras, Buffer.from(`<script>${zipEnd}`)))).toString('latin1')
    for (const word of ['GPS', 'Amina', 'Kommentar', 'IPTC', 'xmpmeta', 'MPF', 'script', 'PK']) {
      expect(kept).not.toContain(word)
    }
    expect(kept.endsWith('\xff\xd9')).toBe(true)
  })

  test.for([
    [6, 'II'],
    [8, 'MM'],
    [3, 'II'],
  ] as const)('JPEG: orientation %i (%s) stays, alone', ([orientation, order]) => {
    const once = rebuildJpeg(aJpeg([exif(orientation, order)]))
    expect(Buffer.from(once).includes(Buffer.from('Exif\0\0'))).toBe(true)
    // What was kept reads the same again.
    expect(Buffer.from(rebuildJpeg(once)).equals(Buffer.from(once))).toBe(true)
    expect(Buffer.from(rebuildJpeg(aJpeg([exif(1, order)]))).equals(Buffer.from(rebuildJpeg(aJpeg())))).toBe(
      true,
    )
  })

  test('JPEG: the profile of its colours and the picture itself stay as they are', () => {
    const profile = jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01Farben', 'latin1'))
    expect(Buffer.from(rebuildJpeg(aJpeg([profile]))).equals(aJpeg([profile]))).toBe(true)
    expect(Buffer.from(rebuildJpeg(aJpeg())).equals(aJpeg())).toBe(true)
  })

  test('PNG: text, time, EXIF, animation and what follows the end', () => {
    const extras = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'acTL', 'prVt'].map((type) =>
      pngChunk(type, Buffer.from('Autor\0Amina')),
    )
    const kept = rebuildPng(Buffer.concat([aPng(extras), Buffer.from('<html>')]))
    expect(Buffer.from(kept).equals(aPng())).toBe(true)
    const colours = [pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))]
    expect(Buffer.from(rebuildPng(aPng(colours))).equals(aPng(colours))).toBe(true)
  })

  test('random bytes inside never break out of the two answers', async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const bytes = Buffer.from(seed % 2 ? aJpeg([exif(6)]) : aPng())
      bytes[(seed * 7919) % bytes.length] = (seed * 104729) % 256
      expect(['image/jpeg', 'image/png', null]).toContain(
        await inspectFile(bytes).then((found) => ('mediaType' in found ? found.mediaType : null)),
      )
    }
  })
})
