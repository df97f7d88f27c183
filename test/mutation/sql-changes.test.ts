import { expect, test } from 'vitest'
import { changesOf } from './sql-changes.ts'

const flat = (sql: string) => changesOf(sql).map((change) => change.sql.replaceAll(/\s+/g, ' ').trim())

test('a condition is left out, whichever of a chain, and turned round', () => {
  expect(new Set(flat('select x from t where a = b and not c and d is null'))).toEqual(
    new Set([
      'select x from t where not c and d is null',
      'select x from t where a = b and d is null',
      'select x from t where a = b and not c',
      'select x from t where a <> b and not c and d is null',
      'select x from t where a = b and c and d is null',
      'select x from t where a = b and not c and d is not null',
    ]),
  )
})

test('the only condition becomes true; the word in "between … and …" joins nothing', () => {
  expect(flat('select x from t where not c')).toContain('select x from t where true')
  expect(flat('select x from t where a between b and c')).toEqual([])
})

test('a period is no longer cut, a number is off by one, an entry and a branch are gone', () => {
  expect(flat('select a.d * b.d * tstzrange(null, c), 127')).toEqual([
    'select a.d * tstzrange(null, c), 127',
    'select a.d * b.d , 127',
    'select a.d * b.d * tstzrange(null, c), 126',
  ])
  expect(flat("select x in ('a', 'b')")).toEqual(["select x in ( 'b')", "select x in ('a')"])
  expect(flat('select 1 union all select x union all select y')).toContain('select 1 union all select y')
})

test('somebody is left out of a list', () => {
  expect(flat("select f(variadic array['a'::text, 'b'::text])")).toEqual([
    "select f(variadic array[ 'b'::text])",
    "select f(variadic array['a'::text])",
  ])
  expect(flat("select f(array['a'])")).toEqual([])
})

test('conditions inside parentheses end with them', () => {
  expect(new Set(flat('select (exists (select from t where a = b and c)) or d'))).toEqual(
    new Set([
      'select (not exists (select from t where a = b and c)) or d',
      'select (exists (select from t where a <> b and c)) or d',
      'select (exists (select from t where c)) or d',
      'select (exists (select from t where a = b )) or d',
      'select (exists (select from t where a = b and c)) and d',
    ]),
  )
})
