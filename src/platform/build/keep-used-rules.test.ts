import { expect, test } from 'vitest'

import { keepUsedRules } from './keep-used-rules.ts'

const used = new Set(['kern-btn', 'kern-alert--'])

test('drops rules for classes nobody uses and keeps the rest', () => {
  expect(keepUsedRules('.kern-btn{a:b}.kern-mt-4{c:d}body{e:f}', used)).toBe('.kern-btn{a:b}body{e:f}')
})

test('keeps only the used selectors of a list and looks into media queries', () => {
  const css = '@media (min-width:1px){.kern-btn,.kern-p-1{a:b}.kern-p-2{a:b}}@media print{.kern-p-3{a:b}}'
  expect(keepUsedRules(css, used)).toBe('@media (min-width:1px){.kern-btn{a:b}}')
})

test('an entry that ends with a dash stands for every variant', () => {
  expect(keepUsedRules('.kern-alert--info{a:b}', used)).toBe('.kern-alert--info{a:b}')
})

test('braces inside strings and comments do not end a rule', () => {
  const css = `@charset "UTF-8";/* } */.kern-btn{mask:url("data:image/svg+xml,%3Cstyle>.a{b:c}")}.kern-x{a:b}`
  expect(keepUsedRules(css, used)).toContain('.kern-btn{mask:url("data:image/svg+xml,%3Cstyle>.a{b:c}")}')
  expect(keepUsedRules(css, used)).not.toContain('.kern-x')
})

test('classes inside :not() do not decide', () => {
  const css = ':is(body,.kern-dark):not([class*=kern-level-]){--a:b}a:not(.kern-link--x){c:d}'
  expect(keepUsedRules(css, used)).toBe(css)
})
