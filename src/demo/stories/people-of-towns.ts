import { person } from './people.ts'

const some = (
  givenName: string,
  familyName: string,
  age: number,
  gender: 'female' | 'male',
  [nationality, language]: readonly [
    Parameters<typeof person>[2]['nationality'],
    Parameters<typeof person>[2]['language'],
  ],
) => person(givenName, familyName, { age, gender, nationality, language, german: 'A2' })

const syria = ['475', 'ar'] as const
const turkey = ['163', 'tr'] as const
const afghanistan = ['423', 'fa'] as const
const eritrea = ['224', 'ti'] as const
const romania = ['154', 'ro'] as const
const ukraine = ['166', 'uk'] as const
const iraq = ['438', 'kmr'] as const

/** Fictional persons whom the case manager of several towns has accompanied for two years. */
export const townPersons = [
  some('Nour', 'Kassem', 33, 'female', syria),
  some('Bassel', 'Darwish', 41, 'male', syria),
  some('Emine', 'Kaplan', 38, 'female', turkey),
  some('Parwana', 'Sediqi', 29, 'female', afghanistan),
  some('Tesfaye', 'Berhane', 35, 'male', eritrea),
  some('Mirela', 'Dobre', 44, 'female', romania),
  some('Taras', 'Kowal', 52, 'male', ukraine),
  some('Zozan', 'Rasho', 27, 'female', iraq),
  some('Hala', 'Sabbagh', 31, 'female', syria),
  some('Mesut', 'Erdem', 47, 'male', turkey),
  some('Jawid', 'Stanekzai', 24, 'male', afghanistan),
  some('Feven', 'Haile', 30, 'female', eritrea),
  some('Sorin', 'Lupu', 39, 'male', romania),
  some('Oksana', 'Hnatjuk', 36, 'female', ukraine),
  some('Dara', 'Shamo', 42, 'male', iraq),
]
