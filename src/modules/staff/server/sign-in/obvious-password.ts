/** Rows of the keyboards people here use, the alphabet and the digits: what a finger runs along. */
const runs = [
  'qwertzuiopü',
  'asdfghjklöä',
  'yxcvbnm',
  'qwertyuiop',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
].flatMap((run) => [run, [...run].reverse().join('')])

/** Words that stand in most weak passwords of an office; longer ones first, because they are taken greedily. */
const words = [
  'kommunalesintegrationsmanagement',
  'integrationsmanagement',
  'integrationszentrum',
  'casemanagement',
  'administrator',
  'deutschland',
  'integration',
  'willkommen',
  'verwaltung',
  'kommunales',
  'warendorf',
  'kennwort',
  'passwort',
  'password',
  'coesfeld',
  'migration',
  'sommer',
  'winter',
  'fruehling',
  'frühling',
  'herbst',
  'geheim',
  'rathaus',
  'welcome',
  'letmein',
  'lotse',
  'kreis',
  'stadt',
  'wesel',
  'admin',
  'start',
  'hallo',
  'login',
  'test',
  'demo',
  'kim',
  'nrw',
].toSorted((a, b) => b.length - a.length)

/** A password this long made of known words only is a sentence, not a habit. */
const mostWords = 3

/**
 * Passwords that follow a habit and therefore stand in no list: one part repeated, keyboard runs, or at most three
 * obvious words with digits and signs between them (`Kreis-Wesel-2026!`). `password` in lower case.
 */
export function isObvious(password: string): boolean {
  return isRepetition(password) || isRun(password) || isObviousWords(password)
}

/** Up to three characters after the repeated part change nothing: `abcabcabcabc12`. */
const isRepetition = (password: string) =>
  [0, 1, 2, 3].some((rest) => /^(.{1,6})\1+$/u.test(password.slice(0, password.length - rest)))

/** Nothing but pieces of at least three neighbouring keys. */
function isRun(password: string): boolean {
  let at = 0
  while (at < password.length) {
    let length = 0
    for (const run of runs) {
      while (length < run.length && run.includes(password.slice(at, at + length + 1))) {
        if (at + length >= password.length) break
        length++
      }
    }
    if (length < 3) return password.length - at < 3 && at > 0
    at += length
  }
  return true
}

const plain: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

function isObviousWords(password: string): boolean {
  const unmasked = password.replaceAll(/[01345@$](?=\p{L})/gu, (sign) => plain[sign] ?? sign)
  return [password, unmasked].some((text) => {
    let rest = text.replaceAll(/[^\p{L}]/gu, '')
    let taken = 0
    while (rest !== '') {
      const word = words.find((one) => rest.startsWith(one))
      if (word === undefined || ++taken > mostWords) return false
      rest = rest.slice(word.length)
    }
    return true
  })
}
