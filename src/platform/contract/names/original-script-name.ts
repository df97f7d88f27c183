import { z } from 'zod'
import { describeCharacter } from './describe-character.ts'
import { normalizeName, PERSON_NAME_MAX } from './person-name.ts'

/** U+200C and U+200D shape letters in Persian, Sinhala and others: allowed after a letter or mark, never alone. */
const STRAY_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]/u
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u
/** Real scripts stack a few marks on a letter; hundreds are meant to spill over the page. */
const TOO_MANY_MARKS = /\p{M}{7,}/u

/**
 * Name as written in the person's own script: any script, NFC, up to 120 characters; no control characters and
 * no bidirectional overrides (they could make a list show another name than the one stored).
 */
export const OriginalScriptName = z
  .string({ error: 'Geben Sie den Namen in Originalschrift ein.' })
  .max(PERSON_NAME_MAX * 4, { error: `Ein Name hat höchstens ${PERSON_NAME_MAX} Zeichen.`, abort: true })
  .overwrite(normalizeName)
  .superRefine((name, ctx) => {
    const refuse = (code: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, params: { code } })
    const invisible = (INVISIBLE.exec(name) ?? STRAY_JOINER.exec(name))?.[0]
    if (invisible !== undefined) {
      return refuse(
        'name.character',
        `Das Zeichen ${describeCharacter(invisible)} ist in Namen nicht zulässig.`,
      )
    }
    if ([...name].length > PERSON_NAME_MAX) {
      return refuse('name.tooLong', `Ein Name hat höchstens ${PERSON_NAME_MAX} Zeichen.`)
    }
    if (TOO_MANY_MARKS.test(name)) return refuse('name.marks', 'Zu viele Akzente auf einem Buchstaben.')
    if (!/\p{L}/u.test(name)) refuse('name.noLetter', 'Ein Name enthält mindestens einen Buchstaben.')
  })
  .meta({
    id: 'OriginalScriptName',
    description: 'Name in its original script, NFC, without control characters.',
  })
