import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { connect } from '../src/platform/server/db/connect.ts'
import type { DatabaseUrls } from '../src/platform/server/db/urls.ts'
import { capture, type Statement } from './capture.ts'
import { measures, type Measure, type Variant } from './measures.ts'

const folder = fileURLToPath(new URL('plans/', import.meta.url))
const most = 20

/** What is asked most on a working day: the measured requests, and the screens one goes through between them. */
export const hot: readonly Pick<Measure, 'key' | 'request'>[] = [
  ...measures.filter(({ barriers }) => !barriers),
  screen('day', () => '/api/day'),
  screen('contacts', ({ caseId }) => `/api/cases/${caseId}/contacts`),
  screen('timeline', ({ caseId }) => `/api/cases/${caseId}/timeline`),
  screen('requests', () => '/api/requests?view=unassigned'),
  screen('tasks', () => '/api/tasks'),
  screen('plan', ({ caseId }) => `/api/cases/${caseId}/plan`),
  screen('notifications', () => '/api/notifications'),
]

function screen(key: string, path: (variant: Variant) => string): Pick<Measure, 'key' | 'request'> {
  return { key, request: (variant) => ({ method: 'GET', path: path(variant) }) }
}

/**
 * The plans of the twenty hottest statements, as the application's role sees them with row level security on the
 * seeded data: node types, tables and indexes, no costs. `keep` writes them down; otherwise each is compared with the
 * one kept and a difference is printed. Statistics are samples: a plan that is another one is a question, no failure.
 */
export async function comparePlans(
  urls: DatabaseUrls,
  variants: readonly Variant[],
  { keep }: { keep: boolean },
): Promise<boolean> {
  const found = await plansOf(urls, variants[0]!)
  if (keep) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of found) writeFileSync(folder + name, text)
    console.log(`${found.size} Abfragepläne in bench/plans.`)
    return true
  }
  const kept = existsSync(folder) ? readdirSync(folder) : []
  const others = [...new Set([...kept, ...found.keys()])].filter((name) => {
    const before = kept.includes(name) ? readFileSync(folder + name, 'utf8') : ''
    const changes = changesOf(before, found.get(name) ?? '')
    if (changes.length > 0)
      console.log([`Abfrageplan ${name}, sonst wie in bench/plans:`, ...changes].join('\n'))
    return changes.length > 0
  })
  return others.length === 0
}

/**
 * Lines that went (−) and came (+), whatever PostgreSQL numbers them: all of a plan is too long to read. What only changed places
 * is another plan too.
 */
export function changesOf(before: string, after: string): string[] {
  const [gone, come] = [linesLeft(before, after), linesLeft(after, before)]
  if (gone.length + come.length > 0)
    return [...gone.map((line) => `− ${line}`), ...come.map((line) => `+ ${line}`)]
  return unnumbered(before) === unnumbered(after) ? [] : ['dieselben Zeilen an anderen Stellen']
}

const unnumbered = (text: string) => text.replaceAll(/(Plan|CTE) \d+/g, '$1')

/** What a text has more often than the other one. */
function linesLeft(text: string, other: string): string[] {
  const lines = (of: string) =>
    unnumbered(of)
      .split('\n')
      .map((line) => line.trim())
  const there = lines(other)
  return lines(text).filter((line) => {
    const at = there.indexOf(line)
    if (at >= 0) there.splice(at, 1)
    return at < 0
  })
}

async function plansOf(urls: DatabaseUrls, variant: Variant): Promise<Map<string, string>> {
  const plans = new Map<string, string>()
  const seen = new Set<string>()
  const client = await connect(urls.app)
  try {
    for (const { key, request } of hot) {
      const [statements] = await capture(urls, { request }, [variant])
      let number = 0
      for (const [statement, text] of await explain(client, statements!)) {
        number += 1
        if (seen.has(statement) || plans.size === most) continue
        seen.add(statement)
        plans.set(`${key}-${number}.txt`, `${statement}\n\n${text}\n`)
      }
    }
  } finally {
    await client.end()
  }
  return plans
}

/** What makes the actor's context is carried out, everything else explained. */
const context = /^(begin|select set_config)/

async function explain(client: pg.Client, statements: readonly Statement[]): Promise<[string, string][]> {
  const explained: [string, string][] = []
  await client.query('begin')
  for (const { text, values } of statements) {
    if (text === 'begin' || text === 'commit') continue
    if (context.test(text)) {
      await client.query(text, [...values])
      continue
    }
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (costs off, format json) ${text}`,
      [...values],
    )
    explained.push([text, linesOf(rows[0]!['QUERY PLAN'][0].Plan).join('\n')])
  }
  await client.query('rollback')
  return explained
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Function Name'?: string
  readonly 'Subplan Name'?: string
  readonly Plans?: readonly Node[]
}

function linesOf(node: Node): string[] {
  const what = node['Index Name'] ?? node['Relation Name'] ?? node['Function Name']
  const line = [node['Subplan Name'], node['Node Type'], what].filter((part) => part !== undefined).join(' ')
  return [line, ...(node.Plans ?? []).flatMap((inner) => linesOf(inner).map((text) => `  ${text}`))]
}
