/** What the district's list says of an organisation and its units, as far as texts may spell it. */
export interface OrganisationFacts {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly kind: string
  /** Its town, where the list says one. */
  readonly town: string | null
  readonly units: readonly { readonly kind: string; readonly label: string; readonly mark: string | null }[]
}

/** A stretch of a text that names an organisation. */
export interface Spelled {
  readonly from: number
  readonly to: number
}

/** Words for kinds of offices. Alone they may stand in a theme; with a place they name an office. */
const kindWords: Readonly<Record<string, readonly string[]>> = {
  jobcenter: ['Jobcenter', 'Job-Center', 'JC'],
  employmentAgency: ['Agentur für Arbeit', 'Arbeitsagentur', 'Arbeitsamt', 'AA', 'BA'],
  municipality: ['Stadtverwaltung', 'Gemeindeverwaltung', 'Rathaus'],
  kreis: ['Kreisverwaltung', 'Landratsamt'],
  immigrationAuthority: ['Ausländerbehörde', 'Ausländeramt', 'ABH'],
  naturalisationAuthority: ['Einbürgerungsbehörde', 'Einbürgerungsstelle', 'EBH'],
  youthOffice: ['Jugendamt', 'JA'],
  socialOffice: ['Sozialamt'],
  healthOffice: ['Gesundheitsamt'],
  schoolAuthority: ['Schulamt'],
  educationOffice: ['Bildungsbüro'],
  integrationCentre: ['Kommunales Integrationszentrum', 'KI'],
}
/** Their own name is that of a place as well: „im Kreis Wesel“ names no office. */
const places = new Set(['kreis', 'municipality'])

const letter = String.raw`[\p{L}\p{N}]`
const edge = (inner: string) => `(?<!${letter})${inner}(?!${letter})`
const gap = String.raw`[\s\-–]{1,3}`
/** What may stand between the word for an office and its place: „Jobcenter (Stadt) Rheine“, „Jobcenter des Kreises Wesel“. */
const between = String.raw`(?:[\s\-–(/]{1,3}(?:in|im|der|des|dem|den|von|vom|für|am|Stadt|Gemeinde|(?:Land)?[Kk]reis(?:es|e)?))*[\s\-–(/]{1,3}`
/** Before the name of a Kreis or a town these say that the place is meant. */
const notAsPlace = String.raw`(?<!(?:^|[^\p{L}])(?:im|in der|in|aus dem|aus der|aus|ganzen|gesamten|für den|für die)\s)`
const endings = '(?:e[nrsm]?|n|s|ns)?'
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const isShort = (word: string) => /^[\p{Lu}\p{N}]{2,6}$/u.test(word)

const letters = (word: string) =>
  [...word]
    .map((sign) => {
      const other = umlauts[sign.toLowerCase()]
      return other ? `(?:${sign}|${other})` : sign.replace(/[$()*+.?[\\\]^{|}/]/u, String.raw`\$&`)
    })
    .join('')

/** A word with the endings German may give it: „Deutsches Rotes Kreuz“, „des Deutschen Roten Kreuzes“. */
function inflected(word: string): string {
  if (word.length < 3 || isShort(word)) return letters(word)
  const adjective = /^(\p{L}{3,})(?:er|es|en|em|e)$/u.exec(word)?.[1]
  return adjective ? `(?:${letters(word)}|${letters(adjective)})${endings}` : `${letters(word)}${endings}`
}
const words = (text: string) =>
  text
    .split(/\s+/u)
    .map((word) =>
      word
        .split(/[-–]/u)
        .filter(Boolean)
        .map(inflected)
        .join(String.raw`[\s\-–]{0,3}`),
    )
    .filter(Boolean)
    .join(gap)

const withoutForm = (name: string) =>
  name
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/(?:^|\s)(?:e\.\s?V\.|g?GmbH|gAG|AG|mbH|AöR)(?=\s|$)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** „Jobcenter Kreis Wesel“: Wesel. „Agentur für Arbeit Ahlen-Münster“: Ahlen-Münster, Ahlen, Münster. */
function placesOf({ name, kind, town }: OrganisationFacts): string[] {
  const place = (text: string) => withoutForm(text).replace(/^(?:Stadt|Gemeinde|Kreis|Landkreis)\s+/u, '')
  if (town) return [place(town)]
  if (places.has(kind)) return [place(name)]
  const plain = withoutForm(name)
  const begins = (kindWords[kind] ?? []).find((word) => plain.toLowerCase().startsWith(word.toLowerCase()))
  if (!begins) return []
  const rest = plain.slice(begins.length).replaceAll(/(?:^|\s)(?:der|des|im|für|den|die)(?=\s)/gu, ' ')
  const whole = rest.trim().replace(/^(?:Stadt|Gemeinde|(?:Land)?[Kk]reise?s?)\s+/u, '')
  const parts = whole.split(/\s+und\s+|\s*[,/]\s*|-(?=\p{Lu})/u)
  return [...new Set([whole, ...parts])].filter((one) => one.length > 2)
}

/** Short names the list gives: in brackets behind the name, the key where it is one word, the mark of a unit. */
function shortNames({ name, key, kind, units }: OrganisationFacts): string[] {
  const bracketed = places.has(kind) ? [] : [...name.matchAll(/\(([^)]{3,30})\)/gu)].map((match) => match[1]!)
  const [first = '', ...more] = key.split('-')
  const isName = !kindWords[kind] && first.length >= 3 && (more.length === 0 || associations.test(first))
  const marks = units.flatMap(({ mark }) => (mark && /\d/u.test(mark) ? [mark] : []))
  return [...bracketed, ...(isName ? asWritten(first) : []), ...marks]
}

/** Welfare associations are called by the first word of their key, whatever district it goes on with. */
const associations = /^(?:awo|caritas|diakonie|drk|paritaet|malteser|johanniter)$/u
/** A key has small letters alone: „drk“ is written DRK, „awo“ AWO or Awo, „caritas“ Caritas. */
const asWritten = (key: string): string[] =>
  key.length > 5 ? [key] : [key.toUpperCase(), key[0]!.toUpperCase() + key.slice(1)]

/** A way to write an organisation. */
interface Spelling {
  /** Small letters without umlauts that a text must have, or it is not looked at any closer. */
  readonly anchor: string
  /** The own name, which for a Kreis or a town is that of the place as well. */
  readonly isName: boolean
  readonly source: string
  /** Abbreviations count in capitals alone: „BA“ is no „ba“. */
  readonly short: boolean
  pattern?: RegExp
}

const folded = (text: string) => text.toLowerCase().replaceAll(/[äöüß]/gu, (sign) => umlauts[sign]!)
/** The beginning of its longest word, which no ending changes. */
const anchorOf = (text: string) => {
  const longest = text.split(/[^\p{L}\p{N}]+/u).toSorted((a, b) => b.length - a.length)[0]!
  return folded(longest.length > 5 ? longest.slice(0, -2) : longest)
}

function kindAt(word: string, place: string): Spelling[] {
  const office = words(word)
  const adjective = `${letters(place.replace(/e$/u, ''))}(?:er|aner)`
  const common = { anchor: anchorOf(place.replace(/e$/u, '')), isName: false, short: isShort(word) }
  return [
    { ...common, source: edge(office + between + words(place)) },
    { ...common, source: edge(`${adjective}${gap}${office}`) },
  ]
}

/** „Kreisjugendamt“ and „Jugendamt des Kreises“ need no place: there is one. The plural means those of the towns as well. */
function ofTheKreis(word: string): Spelling[] {
  if (isShort(word) || word.includes(' ') || word.startsWith('Kreis')) return []
  const common = { anchor: anchorOf(word), isName: false, short: false }
  return [
    { ...common, source: edge(`Kreis${letters(word)}(?:e?s)?`) },
    { ...common, source: edge(`${letters(word)}(?:e?s)?${gap}des${gap}Kreises`) },
  ]
}

function spellingsOf(facts: OrganisationFacts): Spelling[] {
  const own = withoutForm(facts.name)
  const name = edge(words(own))
  const kinds = new Set(
    [facts.kind, ...facts.units.map(({ kind }) => kind)].flatMap((kind) => kindWords[kind] ?? []),
  )
  // „Stadtjugendamt Coesfeld“ beside „Jugendamt Coesfeld“.
  const ofTown = facts.kind === 'municipality' ? [...kinds].filter((word) => !isShort(word)) : []
  const offices = [...kinds, ...ofTown.map((word) => `Stadt${word.toLowerCase()}`)]
  const said = { anchor: anchorOf(own), isName: true, short: false }
  return [
    ...(own.length > 2 ? [{ ...said, source: places.has(facts.kind) ? notAsPlace + name : name }] : []),
    ...shortNames(facts).map((short) => ({
      anchor: anchorOf(short),
      isName: false,
      short: short.length <= 5,
      source: edge(words(short)),
    })),
    ...(facts.kind === 'kreis' ? [...kinds].flatMap(ofTheKreis) : []),
    ...placesOf(facts).flatMap((place) => offices.flatMap((word) => kindAt(word, place))),
  ]
}

/** Made once: the list of a district changes a few times a year. Patterns are made when a text may match them. */
const made = new Map<string, readonly Spelling[]>()
function spellings(facts: OrganisationFacts): readonly Spelling[] {
  const key = JSON.stringify(facts)
  const known = made.get(key)
  if (known) return known
  if (made.size >= 2000) made.clear()
  const list = spellingsOf(facts)
  made.set(key, list)
  return list
}
const patternOf = (one: Spelling): RegExp =>
  (one.pattern ??= new RegExp(one.source, one.short ? 'gu' : 'giu'))

/** A text with what is looked for in it first. */
export interface Read {
  readonly text: string
  readonly folded: string
}
export const readText = (text: string): Read => ({ text, folded: folded(text) })

/**
 * Where a text names an organisation: by its name, its short name, or what it is and where („JC Rheine“). `asPlace`: the name
 * of a Kreis or a town counts as the place alone.
 */
export function spelledIn(read: Read, facts: OrganisationFacts, asPlace = false): Spelled[] {
  const isPlace = asPlace && places.has(facts.kind)
  const found = spellings(facts)
    .filter(({ anchor, isName }) => read.folded.includes(anchor) && !(isName && isPlace))
    .flatMap((one) => [...read.text.matchAll(patternOf(one))])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const longest = found.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return longest.filter((one, at) => !longest.slice(0, at).some((earlier) => covers(earlier, one)))
}

export const covers = (outer: Spelled, inner: Spelled): boolean =>
  outer.from <= inner.from && outer.to >= inner.to
