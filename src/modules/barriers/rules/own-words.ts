import { koelnerPhonetik, searchForm } from '../../../platform/contract/names.ts'

/** One name of the file, prepared for comparison. */
interface NamePart {
  readonly form: string
  readonly phonetic: string
}

/** Parts of names that are words of their own; alone they identify nobody. */
const particles = new Set(
  'AL EL UL BIN IBN BINT ABU VON VAN DER DEN DE DA DI DO DOS ZU ZUR ZUM UND LA LE SAN ABD BEN'.split(' '),
)

/** What names of the file are made of: every part, and neighbours written as one. */
export function nameParts(names: readonly string[]): NamePart[] {
  const parts = names.flatMap((name) => {
    const words = searchForm(name)
      .split(' ')
      .filter((word) => word !== '')
    const joined = words.slice(1).map((word, at) => words[at]! + word)
    return [...words.filter((word) => word.length > 1 && !particles.has(word)), ...joined]
  })
  return [...new Set(parts)].map((form) => ({ form, phonetic: koelnerPhonetik(form) }))
}

/** Number of single letters to change, at most `most` + 1. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

const isLike = (word: string, { form, phonetic }: NamePart): boolean => {
  const most = form.length >= 8 ? 2 : form.length >= 5 ? 1 : 0
  if (word.length < 3 || form.length < 3) return false
  if (distance(word, form, most) <= most && (form.length >= 5 || word === form)) return true
  return (
    form.length >= 4 &&
    phonetic.length > 1 &&
    koelnerPhonetik(word) === phonetic &&
    distance(word, form, 2) <= 2
  )
}

/**
 * How a word of a text stands to the names of the file: `same` (also in the genitive, without accents, as another
 * transcription), `like` (sounds so, or a slip of the pen), or null.
 */
export function nameMatch(word: string, parts: readonly NamePart[]): 'same' | 'like' | null {
  const form = searchForm(word).replaceAll(' ', '')
  if (form.length < 2) return null
  const forms = [form, ...(form.length > 3 && form.endsWith('S') ? [form.slice(0, -1)] : [])]
  if (forms.some((one) => parts.some((part) => part.form === one))) return 'same'
  return forms.some((one) => parts.some((part) => isLike(one, part))) ? 'like' : null
}
