import { describe, expect, test } from 'vitest'
import { nameMatch, nameParts } from './own-words.ts'

const forms = (...names: string[]) => nameParts(names).map(({ form }) => form)
const match = (word: string, ...names: string[]) => nameMatch(word, nameParts(names))

describe('parts of a name', () => {
  test.for([
    [['Berg'], ['BERG']],
    [['Ali Berg'], ['ALI', 'BERG', 'ALIBERG']],
    [['Al Hassan'], ['HASSAN', 'ALHASSAN']],
    [['A. Berg'], ['BERG', 'ABERG']],
    [['Ng'], ['NG']],
    [['', '–'], []],
    [['Berg', 'Berg'], ['BERG']],
  ] as const)('%j → %j', ([names, parts]) => expect(forms(...names)).toEqual(parts))
})

describe('how a word stands to a name', () => {
  test.for([
    // The same, also in the genitive; a short word does not lose its s.
    ['Omar', 'Omar', 'same'],
    ['Omars', 'Omar', 'same'],
    ['Ng', 'Ng', 'same'],
    ['Ngs', 'Ng', null],
    ['Lars', 'Lar', 'same'],
    ['Omary', 'Oma', null],
    // One letter from five on, two from eight on.
    ['Bicht', 'Licht', 'like'],
    ['Bichx', 'Licht', null],
    ['Hussxin', 'Hussein', 'like'],
    ['Xussxin', 'Hussein', null],
    ['Alxasxan', 'Alhassan', 'like'],
    ['Axxasxan', 'Alhassan', null],
    ['Lichtxx', 'Licht', null],
    ['Alhassanxx', 'Alhassan', 'like'],
    ['Alhassanxxx', 'Alhassan', null],
    // Below five only what sounds the same.
    ['Omax', 'Omar', null],
    ['Omer', 'Omar', 'like'],
    ['Emer', 'Omar', 'like'],
    ['Leo', 'Lea', null],
    ['Liye', 'Liya', null],
    ['Xmar', 'Omar', null],
    // Sounds the same and is written quite differently.
    ['Meyers', 'Maier', 'like'],
    ['Maayyeer', 'Maier', null],
    // Too short to be like anything.
    ['Om', 'Omar', null],
    ['Omar', 'Om', null],
    ['O', 'O', null],
  ] as const)('%s and %s: %s', ([word, name, how]) => expect(match(word, name)).toBe(how))

  test('one like name among others is enough', () => {
    expect(match('Bicht', 'Berg', 'Licht')).toBe('like')
    expect(match('Bichts', 'Berg', 'Licht')).toBe('like')
  })
})
