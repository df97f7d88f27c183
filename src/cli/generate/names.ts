import { searchKey } from '../../platform/contract/names.ts'

const given =
  'Amina Yusuf Oksana Dmytro Leyla Ahmad Şirin Mehmet Zoë Łukasz Nguyễn Adaeze Hiwot Tesfay Marija Đorđe Ioana Andrei Fatoumata Ibrahim Rojda Serdar Anahit Gagik Noor Farid Shirin Reza Elif Emre Olena Taras Salma Karim Mirela Petru Blessing Chidi Selam Abel'.split(
    ' ',
  )
const family =
  'Beispiel Muster Öztürk Yıldız Kowalczyk Nowak Ivanenko Shevchuk Al-Hassan Haddad Popescu Ionescu Okafor Adeyemi Tesfaye Haile Petrović Jovanović Hoxha Krasniqi Nguyễn Trần Rahimi Karimi Sahin Demir Kaya Çelik Müller Schröder Weiß Groß Dembélé Traoré Sarkisjan Petrosjan Barzani Suleiman Aziz Omar Rossi Silva García Fernández Horvat Novák Dvořák Szabó Kovács Đukić'.split(
    ' ',
  )

/** Every pair of names with the search key the application makes: columns for `unnest`. */
export function madeUpNames() {
  const pairs = given.flatMap((givenName) => family.map((familyName) => ({ givenName, familyName })))
  const keys = pairs.map(({ givenName, familyName }) => searchKey(familyName, givenName, ''))
  return {
    given: pairs.map((pair) => pair.givenName),
    family: pairs.map((pair) => pair.familyName),
    form: keys.map((key) => key.form),
    phonetic: keys.map((key) => key.phonetic),
  }
}
