import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

test.for([
  ['a b c', 'a b c', 'a b c'],
  ['', 'a b', '+a b+'],
  ['a b', '', '-a b-'],
  ['', '', ''],
  ['a b c', 'a x c', 'a -b -+x +c'],
  ['a b c d e', 'a c e', 'a -b -c -d -e'],
  ['a c e', 'a b c d e', 'a +b +c +d +e'],
  ['x a b', 'a b y', '-x -a b+ y+'.replace('b+ y+', 'b +y+')],
  ['a  b', 'a b', 'a b'],
  ['  a', 'a', '-  -a'],
] as const)('%j to %j', ([before, after, text]) => expect(shown(before, after)).toBe(text))

/** Length of the longest common row of words, as the definition says it. */
const longest = (left: readonly string[], right: readonly string[]): number => {
  if (left.length === 0 || right.length === 0) return 0
  const [a, ...rest] = left
  const [b, ...others] = right
  return a === b ? 1 + longest(rest, others) : Math.max(longest(rest, right), longest(left, others))
}

const sentence = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
test('property: gives both texts back, and keeps as many words as can be kept', () => {
  fc.assert(
    fc.property(sentence, sentence, (left, right) => {
      const runs = wordDiff(left.join(' '), right.join(' '))
      const words = (...kinds: string[]) =>
        runs.flatMap(({ kind, text }) => (kinds.includes(kind) ? text.trim().split(/\s+/) : []))
      expect(words('same', 'removed')).toEqual(left)
      expect(words('same', 'added')).toEqual(right)
      expect(words('same')).toHaveLength(longest(left, right))
      for (const [at, run] of runs.entries()) expect(run.kind).not.toBe(runs[at - 1]?.kind)
    }),
    { numRuns: 400 },
  )
})

test('texts too long to compare are shown whole; at the limit they are still compared', () => {
  const many = (word: string, length: number) => Array.from({ length }, (_, at) => word + at).join(' ')
  const runs = wordDiff(`${many('a', 2001)} same`, `${many('b', 2001)} same`)
  expect(runs.map(({ kind, text }) => [kind, text.trim().split(' ').length])).toEqual([
    ['removed', 2001],
    ['added', 2001],
    ['same', 1],
  ])
  const middle = (word: string) => `${many(word, 999)} middle ${many(word, 1000)}`
  expect(wordDiff(middle('a'), middle('b')).filter(({ kind }) => kind === 'same')).toEqual([
    { kind: 'same', text: 'middle ' },
  ])
})
