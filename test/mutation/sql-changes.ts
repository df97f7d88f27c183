/** One change of a piece of SQL, such as a person might make by mistake. */
export interface SqlChange {
  readonly what: string
  readonly sql: string
}

interface Token {
  readonly text: string
  readonly at: number
  /** Parentheses open before it. */
  readonly depth: number
}

const pattern =
  /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|::|<=|>=|<>|!=|@>|<@|&&|\|\||:=|[A-Za-z_][\w$]*|\d+(?:\.\d+)?|[^\s]/g

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  for (const { 0: text, index } of sql.matchAll(pattern)) {
    if (text.startsWith('--')) continue
    if (text === ')') depth -= 1
    tokens.push({ text: /^[A-Za-z_]/.test(text) ? text.toLowerCase() : text, at: index, depth })
    if (text === '(') depth += 1
  }
  return tokens
}

/** Where a condition ends, on its own level of parentheses. */
const boundary = new Set(
  'and or where on join cross left right inner full union except intersect group order having limit then else end when from select , ;'.split(
    ' ',
  ),
)
const opposites: Record<string, string> = {
  '=': '<>',
  '<>': '=',
  '!=': '=',
  '@>': '<@',
  '<@': '@>',
  or: 'and',
}

/**
 * Every change of one place: a condition left out, turned round or joined by another word, a period no longer cut, a
 * number off by one, an entry of a list or a branch of a union gone.
 */
export function changesOf(sql: string): SqlChange[] {
  const text = new Text(sql)
  text.tokens.forEach((token, index) => {
    for (const change of kinds) if (change(text, token, index)) return
  })
  return [...text.changes].map(([changed, what]) => ({ what, sql: changed }))
}

class Text {
  readonly tokens: readonly Token[]
  /** Changed text → what was changed. */
  readonly changes = new Map<string, string>()
  readonly #sql: string

  constructor(sql: string) {
    this.#sql = sql
    this.tokens = tokensOf(sql)
  }

  word(index: number): string | undefined {
    return this.tokens[index]?.text
  }

  /** From the beginning of one token to the end of another. */
  replace(first: number, last: number, by: string): void {
    const from = this.tokens[first]!.at
    const token = this.tokens[last]!
    const to = token.at + token.text.length
    const changed = `${this.#sql.slice(0, from)}${by}${this.#sql.slice(to)}`
    const line = this.#sql.slice(0, from).split('\n').length
    const was = this.#sql.slice(from, to).trim().replaceAll(/\s+/g, ' ')
    if (!this.changes.has(changed)) this.changes.set(changed, `line ${line}: ${was} → ${by || '(nothing)'}`)
  }

  /** The last token of the condition that begins here. */
  lastOf(first: number): number {
    const { depth } = this.tokens[first]!
    let at = first
    for (let next = this.tokens[at + 1]; next; next = this.tokens[at + 1]) {
      if (next.depth < depth || (next.depth === depth && boundary.has(next.text))) break
      at += 1
    }
    return at
  }

  /** The first token of the condition that ends here. */
  firstOf(last: number): number {
    const { depth } = this.tokens[last]!
    let at = last
    for (let before = this.tokens[at - 1]; before; before = this.tokens[at - 1]) {
      if (before.depth < depth) break
      if (before.depth === depth && (boundary.has(before.text) || before.text === '(')) break
      at -= 1
    }
    return at
  }
}

/** Each answers whether the token was of its kind. */
type Kind = (text: Text, token: Token, index: number) => boolean

const kinds: readonly Kind[] = [
  function chain(text, token, index) {
    if (token.text !== 'and' || !text.tokens[index + 1] || isBetween(text.tokens, index)) return false
    text.replace(index, text.lastOf(index + 1), '')
    const first = text.firstOf(index - 1)
    if (text.word(first - 1) !== 'and') text.replace(first, index, '')
    return true
  },
  function onlyCondition(text, token, index) {
    if ((token.text !== 'where' && token.text !== 'on') || !text.tokens[index + 1]) return false
    const last = text.lastOf(index + 1)
    const chained = text.word(last + 1) === 'and' && text.tokens[last + 1]!.depth === token.depth
    if (!chained) text.replace(index + 1, last, 'true')
    return true
  },
  function negation(text, token, index) {
    if (token.text !== 'not' || ['null', 'distinct'].includes(text.word(index + 1) ?? 'null')) return false
    text.replace(index, index, '')
    return true
  },
  function existence(text, token, index) {
    if (token.text !== 'exists' || text.word(index - 1) === 'not') return false
    text.replace(index, index, 'not exists')
    return true
  },
  function emptiness(text, token, index) {
    if (token.text !== 'is') return false
    if (text.word(index + 1) === 'null') text.replace(index, index + 1, 'is not null')
    else if (text.word(index + 2) === 'null') text.replace(index, index + 2, 'is null')
    return true
  },
  function comparison(text, token, index) {
    const opposite = opposites[token.text]
    if (opposite === undefined) return false
    text.replace(index, index, opposite)
    return true
  },
  function factor(text, token, index) {
    if (token.text !== '*' || ['(', 'select', undefined].includes(text.word(index - 1))) return false
    if (text.word(index + 1) !== 'from') text.replace(index, factorEnd(text.tokens, index + 1), '')
    return true
  },
  function number(text, token, index) {
    if (!/^\d+$/.test(token.text) || text.word(index - 1) === '.') return false
    text.replace(index, index, String(Number(token.text) + (token.text === '0' ? 1 : -1)))
    return true
  },
  function entries(text, token, index) {
    if (token.text !== 'in' || text.word(index + 1) !== '(' || text.word(index + 2) === 'select') return false
    for (let at = index + 2; text.tokens[at] && text.word(at) !== ')'; at += 1) {
      if (text.word(at) === ',') continue
      if (text.word(at + 1) === ',') text.replace(at, at + 1, '')
      else if (text.word(at - 1) === ',') text.replace(at - 1, at, '')
    }
    return true
  },
  function listed(text, token, index) {
    if (token.text !== 'array' || text.word(index + 1) !== '[') return false
    for (let from = index + 2, at = from; text.tokens[at] && text.word(at - 1) !== ']'; at += 1) {
      if (text.word(at) !== ',' && text.word(at) !== ']') continue
      if (text.word(at) === ',') text.replace(from, at, '')
      else if (from > index + 2) text.replace(from - 1, at - 1, '')
      from = at + 1
    }
    return true
  },
  function branch(text, token, index) {
    if (token.text !== 'union') return false
    text.replace(index, branchEnd(text.tokens, index), '')
    return true
  },
]

const isBetween = (tokens: readonly Token[], and: number) => {
  const { depth } = tokens[and]!
  for (let at = and - 1; at >= 0 && tokens[at]!.depth >= depth; at -= 1) {
    if (tokens[at]!.depth === depth && boundary.has(tokens[at]!.text)) return false
    if (tokens[at]!.depth === depth && tokens[at]!.text === 'between') return true
  }
  return false
}

/** A dotted name or a call: what one `*` takes. */
function factorEnd(tokens: readonly Token[], first: number): number {
  const { depth } = tokens[first]!
  let at = first
  if (tokens[at]!.text !== '(') while (tokens[at + 1]?.text === '.') at += 2
  const open = tokens[at]!.text === '(' ? at : tokens[at + 1]?.text === '(' ? at + 1 : undefined
  if (open === undefined) return at
  let end = open + 1
  while (tokens[end] && !(tokens[end]!.text === ')' && tokens[end]!.depth === depth)) end += 1
  return end
}

/** Up to the next branch, or the end of the union. */
function branchEnd(tokens: readonly Token[], union: number): number {
  const { depth } = tokens[union]!
  let at = union + 1
  while (
    tokens[at + 1] &&
    tokens[at + 1]!.depth >= depth &&
    !(tokens[at + 1]!.text === 'union' && tokens[at + 1]!.depth === depth)
  )
    at += 1
  return at
}
