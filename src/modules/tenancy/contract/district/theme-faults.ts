import type { DistrictFault } from '../district-faults.ts'
import { previousState } from './themes.ts'

type Raw = Record<string, unknown>
type Path = DistrictFault['path']
type Report = (path: Path, message: string) => void

const record = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
const records = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(record) : [])
const entriesOf = (file: Raw, list: string): Raw[] =>
  records(record(record(file['catalogues'])[list])['entries'])
const at = (list: string, ...rest: Path): Path => ['catalogues', list, 'entries', ...rest]

/** Stages every district has: the Land asks for them, or a theme could get stuck without them. */
const needed = {
  implemented: 'umgesetzt',
  checked: 'Wirkung geprüft',
  reported: 'an das Land gemeldet',
  deferred: 'zurückgestellt',
}

/** What is wrong with the path of a theme: moves into the void, states nobody reaches, bodies that do not exist. */
export function themeFaults(content: unknown, report: Report): void {
  const file = record(content)
  const states = entriesOf(file, 'themeStates')
  if (states.length === 0) return
  const keys = new Set(states.map((state) => state['key']))
  stateFaults(states, report)
  moveFaults(file, keys, report)
  unreachable(states, entriesOf(file, 'themeMoves'), report)
  bodies(file, report)
  for (const [i, { state }] of entriesOf(file, 'themeExamples').entries())
    if (typeof state === 'string' && !keys.has(state))
      report(at('themeExamples', i, 'state'), `Den Stand „${state}“ gibt es nicht.`)
  purposes(file, report)
}

function stateFaults(states: Raw[], report: Report) {
  const first = states.filter((state) => state['first'] === true)
  if (first.length !== 1)
    report(['catalogues', 'themeStates'], 'Genau ein Stand ist der Anfang eines Themas (first: true).')
  const stages = new Set(states.map((state) => state['stage']))
  for (const [stage, words] of Object.entries(needed))
    if (!stages.has(stage))
      report(['catalogues', 'themeStates'], `Es fehlt ein Stand der Bedeutung „${words}“ (stage: ${stage}).`)
  for (const [i, state] of states.entries())
    if (state['key'] === previousState)
      report(
        at('themeStates', i, 'key'),
        `„${previousState}“ steht für den Stand davor und ist kein eigener.`,
      )
}

function moveFaults(file: Raw, keys: ReadonlySet<unknown>, report: Report) {
  for (const [i, move] of entriesOf(file, 'themeMoves').entries()) {
    for (const [j, from] of (Array.isArray(move['from']) ? move['from'] : []).entries())
      if (typeof from === 'string' && !keys.has(from))
        report(at('themeMoves', i, 'from', j), `Den Stand „${from}“ gibt es nicht.`)
    const to = move['to']
    if (typeof to === 'string' && to !== previousState && !keys.has(to))
      report(at('themeMoves', i, 'to'), `Den Stand „${to}“ gibt es nicht.`)
    if (move['waivedAfter'] !== undefined && move['noneOf'] === undefined)
      report(at('themeMoves', i, 'waivedAfter'), '„waivedAfter“ hebt „noneOf“ auf und steht nicht ohne.')
  }
}

/** Every state but the first is the end of a chain of moves from the first. */
function unreachable(states: Raw[], moves: Raw[], report: Report) {
  const reached = new Set(states.filter((state) => state['first'] === true).map((state) => state['key']))
  if (reached.size === 0) return
  for (let size = -1; size < reached.size;) {
    size = reached.size
    for (const move of moves) {
      const from = Array.isArray(move['from']) ? move['from'] : []
      if (from.some((key) => reached.has(key))) reached.add(move['to'])
    }
  }
  for (const [i, state] of states.entries())
    if (!reached.has(state['key']))
      report(at('themeStates', i, 'key'), `Kein Schritt führt zum Stand „${String(state['key'])}“.`)
}

function bodies(file: Raw, report: Report) {
  const kinds = new Set(records(file['committees']).map((committee) => committee['kind']))
  const check = (list: string, i: number, field: string, value: unknown) => {
    if (typeof value === 'string' && !kinds.has(value))
      report(at(list, i, field), `Ein Gremium der Art „${value}“ gibt es in dieser Datei nicht.`)
  }
  for (const [i, state] of entriesOf(file, 'themeStates').entries())
    check('themeStates', i, 'body', state['body'])
  for (const [i, move] of entriesOf(file, 'themeMoves').entries()) {
    check('themeMoves', i, 'decidedBy', move['decidedBy'])
    check('themeMoves', i, 'waivedAfter', move['waivedAfter'])
  }
}

function purposes(file: Raw, report: Report) {
  const parts = entriesOf(file, 'themePurposes').map((entry) => entry['part'])
  const count = (part: string) => parts.filter((one) => one === part).length
  if (count('purpose') !== 4 || count('goal') !== 1 || count('method') !== 1)
    report(
      ['catalogues', 'themePurposes'],
      'Das Land nennt genau vier Zwecke (part: purpose), ein Ziel (goal) und eine Methode (method).',
    )
}
