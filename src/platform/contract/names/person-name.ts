import { z } from 'zod'
import { NAME_SIGNS } from './din-91379.generated.ts'
import { describeCharacter } from './describe-character.ts'
import { DIN_LETTER } from './search-form.ts'

export const PERSON_NAME_MAX = 120

const signs = NAME_SIGNS.replace(/[\\\]^-]/g, '\\$&')
const ALLOWED = new RegExp(`${DIN_LETTER}|[${signs}]`, 'yu')
const HAS_LETTER = new RegExp(DIN_LETTER, 'u')

/** What people mean when their keyboard or word processor sends this. */
const MEANT: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u201b': "'",
  '\u02bc': "'",
  '\u02bb': '\u02bf',
}

/** NFC, one space between words, none around them. */
export const normalizeName = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The first character of NFC text that data type A of DIN 91379 does not know, marks on a letter included. */
export function firstForeignCharacter(text: string): string | undefined {
  let at = 0
  while (at < text.length) {
    ALLOWED.lastIndex = at
    if (!ALLOWED.test(text)) return /^.\p{M}*/su.exec(text.slice(at))![0]
    at = ALLOWED.lastIndex
  }
  return undefined
}

function explain(character: string): string {
  const meant = MEANT[character]
  if (meant !== undefined)
    return `Das Zeichen ${describeCharacter(character)} ist in Namen nicht zulässig. Schreiben Sie stattdessen „${meant}“.`
  if (/^\p{L}/u.test(character) && !/^\p{Script=Latin}/u.test(character)) {
    return `${describeCharacter(character)} ist kein lateinischer Buchstabe. Schreiben Sie den Namen hier in lateinischer Schrift; für die Originalschrift gibt es ein eigenes Feld.`
  }
  if (/^\p{Nd}/u.test(character))
    return `Namen enthalten keine Ziffern (gefunden: ${describeCharacter(character)}).`
  return `Das Zeichen ${describeCharacter(character)} ist in Namen nicht zulässig.`
}

/**
 * One name field of a natural person (family name, given names, birth name): NFC, letters and sequences of
 * DIN 91379 (group bll) and the non-letters N1, at least one letter, up to 120 characters.
 * The message names the offending character; `params.code` is for programs.
 */
export const PersonName = z
  .string({ error: 'Geben Sie einen Namen ein.' })
  .max(PERSON_NAME_MAX * 4, { error: `Ein Name hat höchstens ${PERSON_NAME_MAX} Zeichen.`, abort: true })
  .overwrite(normalizeName)
  .superRefine((name, ctx) => {
    const refuse = (code: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, params: { code } })
    if (name === '') return refuse('name.empty', 'Geben Sie einen Namen ein.')
    if ([...name].length > PERSON_NAME_MAX) {
      return refuse('name.tooLong', `Ein Name hat höchstens ${PERSON_NAME_MAX} Zeichen.`)
    }
    const foreign = firstForeignCharacter(name)
    if (foreign !== undefined) return refuse('name.character', explain(foreign))
    if (!HAS_LETTER.test(name)) refuse('name.noLetter', 'Ein Name enthält mindestens einen Buchstaben.')
  })
  .meta({ id: 'PersonName', description: 'Name of a natural person, NFC, DIN 91379 data type A.' })
