import { readFileSync } from 'node:fs'
import {
  LineCounter,
  type ParsedNode,
  isMap,
  isScalar,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml'
import type { z } from 'zod'
import { District } from '../contract/district.ts'
import { districtFaults, type DistrictFault } from '../contract/district-faults.ts'

/** Where and what is wrong in a district file; `path` in dot notation, counted from 0. */
export interface DistrictProblem {
  line: number
  column: number
  path: string
  message: string
}

export type DistrictCheck = { district: District } | { problems: DistrictProblem[] }

const reference = new URL('../../../../db/reference/municipalities-nrw.csv', import.meta.url)
let known: ReadonlyMap<string, string> | undefined

/** AGS → official name of the municipality. */
function knownMunicipalities(): ReadonlyMap<string, string> {
  known ??= new Map(
    readFileSync(reference, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(';') as [string, string]),
  )
  return known
}

/**
 * Reads a district file. Either the district, or every fault at once, each with line and column (from 1) and a
 * German sentence: form, unknown fields, duplicate keys, references into the void, facts without source.
 */
export function checkDistrict(yamlText: string): DistrictCheck {
  const lines = new LineCounter()
  const doc = parseDocument(yamlText, { lineCounter: lines, prettyErrors: true })
  if (doc.errors.length > 0) return { problems: doc.errors.map(syntaxProblem) }
  const content: unknown = doc.toJS()
  const parsed = District.safeParse(content, { error: fileGerman })
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap(issueFaults)),
    ...districtFaults(content, knownMunicipalities()),
  ]
  if (parsed.success && faults.length === 0) return { district: parsed.data }
  const problems = faults.map(({ path, message }) => ({
    ...position(doc, path, lines),
    path: path.join('.'),
    message,
  }))
  return { problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

/** "Zeile 12, Spalte 5 (regions.0.key): …": one line per problem, for the operator's command. */
export const explainProblems = (problems: DistrictProblem[]): string =>
  problems
    .map((p) => `Zeile ${p.line}, Spalte ${p.column}${p.path === '' ? '' : ` (${p.path})`}: ${p.message}`)
    .join('\n')

const syntaxMessages: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'Dieses Feld steht hier zweimal.',
  TAB_AS_INDENT: 'Hier wird mit Tabulator eingerückt; YAML verlangt Leerzeichen.',
  BAD_INDENT: 'Die Einrückung passt nicht zur Umgebung.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen (Anführungszeichen, Klammer, Doppelpunkt oder Komma).',
  MULTIPLE_DOCS: 'Eine Datei enthält genau einen Kreis; hier beginnt ein zweites Dokument (---).',
}

function syntaxProblem(error: YAMLError): DistrictProblem {
  const at = error.linePos?.[0] ?? { line: 1, col: 1 }
  const message = syntaxMessages[error.code] ?? `Die Zeile ist kein gültiges YAML (${error.code}).`
  return { line: at.line, column: at.col, path: '', message }
}

/** A missing field is placed at its parent, an unknown one at its own key, everything else at the value. */
function position(doc: Document.Parsed, path: DistrictFault['path'], lines: LineCounter) {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(doc, path.slice(0, length))
    if (node?.range) {
      const { line, col } = lines.linePos(node.range[0])
      return { line, column: col }
    }
  }
  return { line: 1, column: 1 }
}

function nodeAt(doc: Document.Parsed, path: DistrictFault['path']): ParsedNode | undefined {
  const node = path.length === 0 ? doc.contents : doc.getIn(path, true)
  const last = path.at(-1)
  const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents
  // The name of the field stands on the line a person looks for, also when its value starts on the next one.
  if (typeof last === 'string' && isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last)
    if (pair !== undefined) return pair.key as unknown as ParsedNode
  }
  return (node as ParsedNode | null | undefined) ?? undefined
}

type Issue = z.core.$ZodIssue

function issueFaults(issue: Issue): DistrictFault[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `Das Feld „${key}“ ist hier nicht vorgesehen.`,
    }))
  return [{ path, message: issue.message }]
}

const types: Record<string, string> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Abschnitt mit Feldern',
}

/** Sentences for a file (a form says it differently): what is expected there. */
const fileGerman: z.core.$ZodErrorMap = (issue) => {
  const field = String(issue.path?.at(-1) ?? '')
  const missing = issue.input === undefined
  switch (issue.code) {
    case 'invalid_type':
      return missing
        ? `Das Feld „${field}“ fehlt.`
        : `Hier wird ${types[issue.expected] ?? issue.expected} erwartet.`
    case 'invalid_value':
      return missing ? `Das Feld „${field}“ fehlt.` : `Erlaubt ist hier nur: ${issue.values.join(', ')}.`
    case 'invalid_union':
      return missing ? `Das Feld „${field}“ fehlt.` : unionMessage(issue)
    case 'too_small':
      return `Der Wert ist zu klein oder die Liste zu kurz (mindestens ${issue.minimum}).`
    case 'too_big':
      return `Der Wert ist zu groß oder zu lang (höchstens ${issue.maximum}).`
    case 'unrecognized_keys':
      return 'Unbekanntes Feld.'
    default:
      return 'Der Wert hat nicht die erwartete Form.'
  }
}

function unionMessage(issue: { errors?: Issue[][] }): string {
  const first = issue.errors?.flat().find((inner) => inner.message !== '' && inner.code !== 'invalid_value')
  return first === undefined
    ? 'Der Wert passt zu keiner der erlaubten Formen.'
    : `${first.message} Oder „unknown“, „all“, wo es vorgesehen ist.`
}
