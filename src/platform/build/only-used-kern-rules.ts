import { globSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

import { keepUsedRules } from './keep-used-rules.ts'

/** Vite plugin: KERN's stylesheet without the rules for classes that no source file of the staff UI names. */
export function onlyUsedKernRules(): Plugin {
  return {
    name: 'lotse:only-used-kern-rules',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/@kern-ux\/native\/dist\/kern(\.min)?\.css/.test(id)) return null
      return { code: keepUsedRules(code, usedClasses()), map: null }
    },
  }
}

function usedClasses(): Set<string> {
  const used = new Set<string>()
  for (const file of globSync('src/**/web/**/*.{tsx,css}')) {
    for (const match of readFileSync(file, 'utf8').matchAll(/kern-[\w-]+/g)) used.add(match[0])
  }
  return used
}
