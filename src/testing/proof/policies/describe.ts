import type { Outcome } from './ask.ts'
import type { Asker } from './askers.ts'
import type { FilledTable } from './rows.ts'
import type { Cells } from './values.ts'

/** What everybody may do in one table, in words: what has the same answer stands together. */
export function describeTable(table: FilledTable, outcomes: ReadonlyMap<Asker, Outcome>): string {
  const verbs = [...new Set([...outcomes.values()].flatMap((outcome) => [...outcome.keys()]))]
  const answers = new Map(verbs.map((verb) => [verb, describeVerb(table, verb, outcomes)]))
  const byAnswer = Map.groupBy(
    verbs.filter((verb) => answers.get(verb) !== expected(verb, answers)),
    (verb) => answers.get(verb)!,
  )
  return [
    table.name,
    ...[...byAnswer].flatMap(([answer, same]) => [`  ${verbsTogether(same)}`, answer]),
  ].join('\n')
}

/** What need not be told: who changes a row can mostly make it anything, and is refused nothing. */
const expected = (verb: string, answers: ReadonlyMap<string, string>) =>
  verb.startsWith('update to ') ? answers.get('update') : verb === 'refused: update' ? nobody : undefined
const nobody = '    nobody'

function describeVerb(table: FilledTable, verb: string, outcomes: ReadonlyMap<Asker, Outcome>): string {
  const answers = new Map(
    [...outcomes].map(([asker, outcome]) => [asker, describeRows(table, outcome.get(verb))]),
  )
  const told = [...answers].filter(([asker, answer]) => answer !== withoutAccess(asker, answers))
  if (told.length === 0) return nobody
  const byAnswer = Map.groupBy(told, ([, answer]) => answer)
  return [...byAnswer]
    .map(([answer, same]) => {
      const who = whoOf(
        same.map(([asker]) => asker),
        [...answers.keys()],
      )
      return `    ${byAnswer.size === 1 && who === 'every role' ? 'everybody' : who}: ${answer}`
    })
    .join('\n')
}

/** What the same person gets without what is asked about: only what that adds or takes is told. */
function withoutAccess(asker: Asker, answers: ReadonlyMap<Asker, string>): string {
  if (asker.source === 'role') return 'no row'
  const others = [...answers.keys()]
  const alone = others.filter(({ source }) => source === 'role')
  const withRole = (wanted: string | undefined) => alone.find(({ roles }) => roles[0] === wanted)
  const less =
    others.find(({ name }) => name === asker.like) ?? withRole(asker.roles.at(-1)) ?? withRole(undefined)
  return (less && answers.get(less)) ?? 'no row'
}

/** `update, update to state done` and so on, by what they have in common. */
const verbsTogether = (verbs: readonly string[]) =>
  [...Map.groupBy(verbs, (verb) => verb.replace(/(.*update to \w+) .*/, '$1'))]
    .map(([start, same]) =>
      same[0] === start ? start : `${start} ${same.map((verb) => verb.slice(start.length + 1)).join(' | ')}`,
    )
    .join(', ')

/** Names of groups where all of them are meant. */
function whoOf(chosen: readonly Asker[], all: readonly Asker[]): string {
  const ofGroup = (askers: readonly Asker[], group: string) =>
    askers.filter((asker) => asker.group === group).length
  const names = chosen.map(({ name, group }) =>
    group !== undefined && ofGroup(chosen, group) === ofGroup(all, group) ? group : name,
  )
  return [...new Set(names)].join('; ')
}

/** The conditions that a set of rows meets and no other row. */
function describeRows(table: FilledTable, set: ReadonlySet<number> = new Set()): string {
  if (set.size === 0) return 'no row'
  const words = table.rows.map(({ cells }) => wordsOf(cells))
  const inTenant = (ofOther: boolean) =>
    cover(
      words,
      [...set]
        .sort((one, other) => one - other)
        .filter((index) => table.rows[index]!.ofOtherTenant === ofOther)
        .map((index) => words[index]!),
    )
  const [own, other] = [inTenant(false), inTenant(true)]
  return [own, other && `IN ANOTHER TENANT ${other}`].filter(Boolean).join(' or ')
}

/** What a row says, and the row it belongs to: `request.assigned_to` → `me`. */
type Words = ReadonlyMap<string, string>

const wordsOf = (cells: Cells): Words =>
  new Map(
    Object.entries(cells).flatMap(([name, { word, of }]): readonly (readonly [string, string])[] =>
      of === undefined
        ? [[name, word]]
        : [...wordsOf(of)].map(([inner, its]) => [`${name.replace(/_id$/, '')}.${inner}`, its]),
    ),
  )

/** As few combinations as can be found by leaving out, one after another, what makes no difference. */
function cover(all: readonly Words[], chosen: readonly Words[]): string | undefined {
  if (chosen.length === 0) return undefined
  const keyOf = (words: Words) => [...words.values()].join('|')
  const keys = new Set(chosen.map(keyOf))
  const left = new Set(keys)
  const terms: string[] = []
  for (const words of chosen) {
    if (!left.has(keyOf(words))) continue
    const meets = (one: Words, names: readonly string[]) =>
      names.every((name) => one.get(name) === words.get(name))
    let fixed = [...words.keys()]
    for (const name of fixed) {
      const without = fixed.filter((one) => one !== name)
      if (all.every((one) => !meets(one, without) || keys.has(keyOf(one)))) fixed = without
    }
    for (const one of all) if (meets(one, fixed)) left.delete(keyOf(one))
    terms.push(
      fixed.length === 0 ? 'every row' : fixed.map((name) => `${name} ${words.get(name)}`).join(', '),
    )
  }
  return terms.join(' or ')
}
