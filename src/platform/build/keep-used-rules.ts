/**
 * Drops the rules of a stylesheet that only concern `kern-…` classes nobody uses. KERN ships 340 kB, of which
 * most are utility classes for every breakpoint; what is left is a tenth. A selector survives when all its kern
 * classes are in `used`; an entry that ends with `-` stands for every class that begins so
 * (`kern-btn--${variant}`).
 */
export function keepUsedRules(css: string, used: ReadonlySet<string>): string {
  const prefixes = [...used].filter((name) => name.endsWith('-'))
  const isUsed = (name: string) => used.has(name) || prefixes.some((prefix) => name.startsWith(prefix))
  return filterBlock(css, isUsed)
}

function filterBlock(css: string, isUsed: (name: string) => boolean): string {
  let result = ''
  for (const rule of topLevelRules(css)) {
    if (rule.body === undefined) result += rule.head
    else if (/^\s*@(media|supports|layer|container)/.test(rule.head)) {
      const inner = filterBlock(rule.body, isUsed)
      if (inner.trim()) result += `${rule.head}{${inner}}`
    } else if (rule.head.trimStart().startsWith('@')) result += `${rule.head}{${rule.body}}`
    else {
      const kept = splitSelectors(rule.head).filter((selector) => classesIn(selector).every(isUsed))
      if (kept.length > 0) result += `${kept.join(',')}{${rule.body}}`
    }
  }
  return result
}

/** Classes inside `:not(…)` and `:is(body, .kern-light, …)` do not decide whether a rule is needed. */
function classesIn(selector: string): string[] {
  const plain = selector.replace(/:(not|is|where)\([^()]*(\([^()]*\)[^()]*)*\)/g, '')
  return [...plain.matchAll(/\.(kern-[\w-]+)/g)].map((match) => match[1]!)
}

interface Rule {
  head: string
  /** Absent for a statement such as `@charset …;`. */
  body?: string
}

/** Cuts a stylesheet into its outermost rules; strings (data URIs hold braces and semicolons) and comments are skipped. */
function topLevelRules(css: string): Rule[] {
  const rules: Rule[] = []
  let start = 0
  let open = -1
  let depth = 0
  for (let i = 0; i < css.length; i++) {
    const char = css[i]!
    if (char === '"' || char === "'") i = endOfString(css, i)
    else if (char === '/' && css[i + 1] === '*') i = endOfComment(css, i)
    else if (char === '{') {
      if (depth++ === 0) open = i
    } else if (char === '}') {
      if (--depth === 0) {
        rules.push({ head: css.slice(start, open), body: css.slice(open + 1, i) })
        start = i + 1
      }
    } else if (char === ';' && depth === 0) {
      rules.push({ head: css.slice(start, i + 1) })
      start = i + 1
    }
  }
  return rules
}

function splitSelectors(head: string): string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  const text = head.replace(/\/\*[\s\S]*?\*\//g, '')
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '[') depth++
    else if (text[i] === ')' || text[i] === ']') depth--
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}

function endOfString(css: string, from: number): number {
  let i = from + 1
  while (i < css.length && css[i] !== css[from]) i += css[i] === '\\' ? 2 : 1
  return i
}

function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2)
  return end < 0 ? css.length : end + 1
}
