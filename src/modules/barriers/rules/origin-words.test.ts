import { expect, test } from 'vitest'
import { NATIONALITIES } from '../../../platform/contract/code-lists/index.ts'
import { marksOf, noFile } from './marks.ts'

const origins = (text: string) =>
  marksOf(text, noFile).flatMap(({ text: marked, kind, severity }) =>
    kind === 'origin' && severity === 'check' ? [marked] : [],
  )

const nobodys = new Set(['Deutschland', 'staatenlos', 'ungeklärt', 'ohne Angabe'])
test.for(NATIONALITIES.entries.map(({ label }) => label).filter((label) => !nobodys.has(label)))(
  'the nationality %s is marked',
  (label) => expect(origins(`Die Person kommt aus: ${label}.`)).not.toEqual([]),
)

test.for([
  ['eine syrische Familie', 'syrische'],
  ['zwei Syrerinnen', 'Syrerinnen'],
  ['iranischer Pass', 'iranischer'],
  ['polnischer Herkunft', 'polnischer'],
  ['ein Inder', 'Inder'],
  ['Kongolese', 'Kongolese'],
  ['die Ukrainerin', 'Ukrainerin'],
  ['kurdischer Dialekt', 'kurdischer'],
  ['eine Jesidin', 'Jesidin'],
  ['Eritreer', 'Eritreer'],
  ['aus Peru', 'Peru'],
  ['Russlanddeutsche', 'Russlanddeutsche'],
] as const)('%s', ([text, marked]) => expect(origins(text)).toEqual([marked]))

test.for([
  'Die Oma hilft den armen Leuten.',
  'Auf deutsch und auf Deutsch, in Deutschland.',
  'Der Status ist ungeklärt, sie sind staatenlos, ohne Angabe.',
  'Das Königreich, die Republik und das Ausland.',
  'Ein türkises Heft für Britta.',
  'Die Industrie und die Indikation, das Polster, der Russ.',
  'Indes wartet die Familie auf den Bescheid, inklusive aller Anlagen.',
])('leaves alone: %s', (text) => expect(origins(text)).toEqual([]))
