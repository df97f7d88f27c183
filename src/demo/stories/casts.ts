import type { Cast } from './case-stories.ts'
import { person } from './people.ts'

/** Fictional persons only. Names carry letters of DIN 91379; some have their original script. */
export const casts: Readonly<Record<string, Cast>> = {
  coesfeld: {
    newFamily: [
      person('Samir', 'Al-Khatib', {
        age: 38,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'A2',
        originalScript: 'سمير الخطيب',
        phone: '02594 000101',
      }),
      person('Rana', 'Al-Khatib', {
        age: 34,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        german: 'A1',
        role: 'partner',
        originalScript: 'رنا الخطيب',
      }),
      person('Yusuf', 'Al-Khatib', {
        age: 11,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'B1',
        role: 'child',
      }),
      person('Lina', 'Al-Khatib', {
        age: 4,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        role: 'child',
      }),
      person('Omar', 'Al-Khatib', {
        age: 1,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        role: 'child',
      }),
    ],
    jobSeeker: [
      person('Çağla', 'Öztürk', {
        age: 29,
        gender: 'female',
        nationality: '163',
        language: 'tr',
        german: 'B1',
      }),
    ],
    comingOfAge: [
      person('Navid', 'Hosseini', {
        age: 17,
        gender: 'male',
        nationality: '423',
        language: 'fa',
        german: 'B1',
        originalScript: 'نوید حسینی',
      }),
    ],
    pregnant: [
      person('Selam', 'Tekle', {
        age: 26,
        gender: 'female',
        nationality: '224',
        language: 'ti',
        german: 'A2',
        originalScript: 'ሰላም ተክለ',
      }),
    ],
    euWorker: [
      person('Ionuț', 'Crăciun', {
        age: 41,
        gender: 'male',
        nationality: '154',
        language: 'ro',
        german: 'A1',
      }),
    ],
    nurse: [
      person('Adaeze', 'Okonkwo', {
        age: 31,
        gender: 'female',
        nationality: '232',
        language: 'en',
        german: 'A2',
      }),
    ],
    olderCouple: [
      person('Viktor', 'Schewtschuk', { age: 71, gender: 'male', nationality: '166', language: 'ru' }),
      person('Halyna', 'Schewtschuk', {
        age: 68,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        role: 'partner',
      }),
    ],
    singleMother: [
      person('Iryna', 'Melnyk', {
        age: 36,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        german: 'A2',
        originalScript: 'Ірина Мельник',
      }),
      person('Danylo', 'Melnyk', {
        age: 9,
        gender: 'male',
        nationality: '166',
        language: 'uk',
        role: 'child',
      }),
      person('Sofija', 'Melnyk', {
        age: 4,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        role: 'child',
      }),
    ],
    returning: [
      person('Dilovan', 'Haji', {
        age: 44,
        gender: 'male',
        nationality: '438',
        language: 'kmr',
        german: 'B1',
      }),
    ],
    finished: [
      person('Kwame', 'Mensah', {
        age: 22,
        gender: 'male',
        nationality: '238',
        language: 'en',
        german: 'B1',
      }),
    ],
  },
  warendorf: {
    newFamily: [
      person('Hassan', 'Darwisch', {
        age: 42,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'A2',
        originalScript: 'حسن درويش',
        phone: '02521 000202',
      }),
      person('Maysaa', 'Darwisch', {
        age: 37,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        role: 'partner',
      }),
      person('Tarek', 'Darwisch', {
        age: 14,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'B1',
        role: 'child',
      }),
      person('Nour', 'Darwisch', {
        age: 5,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        role: 'child',
      }),
    ],
    jobSeeker: [
      person('İbrahim', 'Şahin', {
        age: 35,
        gender: 'male',
        nationality: '163',
        language: 'tr',
        german: 'B1',
      }),
    ],
    comingOfAge: [
      person('Mahdi', 'Sultani', {
        age: 17,
        gender: 'male',
        nationality: '423',
        language: 'fa',
        german: 'B1',
      }),
    ],
    pregnant: [
      person('Helen', 'Weldeab', {
        age: 28,
        gender: 'female',
        nationality: '224',
        language: 'ti',
        german: 'A1',
        originalScript: 'ሄለን ወልደኣብ',
      }),
    ],
    euWorker: [person('Plamen', 'Stojanov', { age: 47, gender: 'male', nationality: '125', language: 'bg' })],
    nurse: [
      person('Thùy', 'Nguyễn', {
        age: 27,
        gender: 'female',
        nationality: '432',
        language: 'vi',
        german: 'B1',
      }),
    ],
    olderCouple: [
      person('Boris', 'Lwowski', { age: 74, gender: 'male', nationality: '166', language: 'ru' }),
      person('Raissa', 'Lwowska', {
        age: 70,
        gender: 'female',
        nationality: '166',
        language: 'ru',
        role: 'partner',
      }),
    ],
    singleMother: [
      person('Natalija', 'Kowalenko', {
        age: 33,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        german: 'A2',
      }),
      person('Makar', 'Kowalenko', {
        age: 8,
        gender: 'male',
        nationality: '166',
        language: 'uk',
        role: 'child',
      }),
    ],
    returning: [
      person('Berîvan', 'Elî', {
        age: 39,
        gender: 'female',
        nationality: '475',
        language: 'kmr',
        german: 'B1',
      }),
    ],
    finished: [
      person('Lamine', 'Diallo', {
        age: 21,
        gender: 'male',
        nationality: '261',
        language: 'fr',
        german: 'B2',
      }),
    ],
  },
  wesel: {
    newFamily: [
      person('Mahmoud', 'Haddad', {
        age: 40,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'A2',
        originalScript: 'محمود حداد',
        phone: '02855 000303',
      }),
      person('Amal', 'Haddad', {
        age: 36,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        german: 'A1',
        role: 'partner',
        originalScript: 'أمل حداد',
      }),
      person('Karim', 'Haddad', {
        age: 12,
        gender: 'male',
        nationality: '475',
        language: 'ar',
        german: 'B1',
        role: 'child',
      }),
      person('Sara', 'Haddad', {
        age: 5,
        gender: 'female',
        nationality: '475',
        language: 'ar',
        role: 'child',
      }),
    ],
    jobSeeker: [
      person('Gökhan', 'Aydın', {
        age: 32,
        gender: 'male',
        nationality: '163',
        language: 'tr',
        german: 'B1',
      }),
    ],
    comingOfAge: [
      person('Reza', 'Ahmadi', {
        age: 17,
        gender: 'male',
        nationality: '423',
        language: 'fa',
        german: 'B1',
        originalScript: 'رضا احمدی',
      }),
    ],
    pregnant: [
      person('Winta', 'Ghebremedhin', {
        age: 24,
        gender: 'female',
        nationality: '224',
        language: 'ti',
        german: 'A2',
        originalScript: 'ዊንታ ገብረመድህን',
      }),
    ],
    euWorker: [
      person('Mirela', 'Văcărescu', {
        age: 43,
        gender: 'female',
        nationality: '154',
        language: 'ro',
        german: 'A1',
      }),
    ],
    nurse: [
      person('Priya', 'Nair', {
        age: 30,
        gender: 'female',
        nationality: '436',
        language: 'en',
        german: 'B1',
      }),
    ],
    olderCouple: [
      person('Semjon', 'Rabinowytsch', { age: 76, gender: 'male', nationality: '166', language: 'ru' }),
      person('Faina', 'Rabinowytsch', {
        age: 73,
        gender: 'female',
        nationality: '166',
        language: 'ru',
        role: 'partner',
      }),
    ],
    singleMother: [
      person('Oksana', 'Tkatschenko', {
        age: 31,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        german: 'A2',
      }),
      person('Jaroslaw', 'Tkatschenko', {
        age: 9,
        gender: 'male',
        nationality: '166',
        language: 'uk',
        role: 'child',
      }),
      person('Solomija', 'Tkatschenko', {
        age: 3,
        gender: 'female',
        nationality: '166',
        language: 'uk',
        role: 'child',
      }),
    ],
    returning: [
      person('Şêrko', 'Ehmed', {
        age: 45,
        gender: 'male',
        nationality: '438',
        language: 'kmr',
        german: 'B1',
      }),
    ],
    finished: [
      person('Blessing', 'Adeyemi', {
        age: 23,
        gender: 'female',
        nationality: '232',
        language: 'en',
        german: 'B1',
      }),
    ],
  },
}
