// Reads the output of the steps of .ci/run and says at the very end what failed, for people who see only the tail.
// Arguments: pairs of exit code and log file. Prints at most 60 lines of failures, then "N passed, N failed".
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const most = 60
const say = (line) => process.stdout.write(`${line}\n`)
const plain = (text) => stripVTControlCharacters(text).replaceAll('\r', '')

/** The part of each step of `lotse dev-test`, or the whole log where there is only one. */
function partsOf(log, name) {
  const pieces = log.split(/^── (.*)$/m)
  const parts = [{ name, text: pieces[0] }]
  for (let n = 1; n < pieces.length; n += 2) parts.push({ name: pieces[n], text: pieces[n + 1] })
  return parts
}

/** ` FAIL  |server| file > title` and what stands below it up to the next empty line, once per title. */
function failingTests(text) {
  const lines = text.split('\n')
  const found = new Map()
  for (const [at, line] of lines.entries()) {
    if (!/^\s*FAIL\s/.test(line)) continue
    const reason = []
    for (const next of lines.slice(at + 1, at + 20)) {
      if (/^\s*(FAIL\s|❯|⎯)/.test(next)) break
      if (next.trim() !== '' && !/^\s*[-+] (Expected|Received)$/.test(next) && reason.length < 4)
        reason.push(`      ${next.trim().slice(0, 200)}`)
    }
    const title = line.trim().slice(0, 200)
    if (!found.has(title) || found.get(title).length === 0) found.set(title, reason)
  }
  return [...found].map(([title, reason]) => [`  ${title}`, ...reason])
}

const sum = (text, word) =>
  [...text.matchAll(/^\s+Tests\s+(.*)$/gm)]
    .flatMap(([, line]) => [...line.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))])
    .reduce((total, [, count]) => total + Number(count), 0)

const told = []
let [passed, failed] = [0, 0]
const args = process.argv.slice(2)
for (let n = 0; n < args.length; n += 2) {
  const [code, file] = [Number(args[n]), args[n + 1]]
  const log = plain(readFileSync(file, 'utf8'))
  passed += sum(log, 'passed')
  const before = failed
  failed += sum(log, 'failed')
  if (code === 0) continue
  const step = /^=== (.*)$/m.exec(log)?.[1] ?? file
  const named = new Set([...log.matchAll(/^FEHLER\s+[\d.]+ s {2}(.*)$/gm)].map(([, name]) => name))
  for (const { name, text } of partsOf(log, step)) {
    if (named.size > 0 && !named.has(name)) continue
    const tests = failingTests(text)
    if (tests.length === 0 && named.size === 0 && text.trim() === '') continue
    told.push([`${step}: ${name}`], ...tests)
    // Not a test that failed but a program: a type, a lint rule, an unhandled error, a crash.
    if (tests.length > 0) continue
    failed += 1
    const last = text.split('\n').filter((line) => line.trim() !== '' && !/^(gut|FEHLER|===) /.test(line))
    told.push(last.slice(-12).map((line) => `  ${line.slice(0, 200)}`))
  }
  if (failed === before) failed += 1
}
const lines = told.flat()
if (lines.length > 0) say('\nFAILED:')
for (const line of lines.slice(0, most)) say(line)
if (lines.length > most) say(`  … and ${lines.length - most} lines more in the log above`)
say(`${passed} passed, ${failed} failed`)
