import { expect, test } from 'vitest'
import { chainOfAgreement, chainOfPaper } from './target-chain.ts'
import { timelineDrawing } from './timeline-drawing.ts'

const parties = [{ label: 'Jobcenter' }, { label: 'Sozialamt' }]

test('a paper gives its procedure in order: entry, handover, return; who is named stands at the step', () => {
  const sections = {
    return: 'Wer nicht ankommt, kommt zurück.',
    handover: 'Das Sozialamt gibt den Bogen weiter. Die Frist ist zehn Tage.',
    entry: '- Anfrage mit Bogen\n- Termin binnen einer Woche',
  }
  const steps = chainOfPaper({ sections, parties, legalDomains: ['jobseekers'] })
  expect(steps.map(({ label, organisation }) => [label, organisation])).toEqual([
    ['Anfrage mit Bogen', 'Jobcenter, Sozialamt'],
    ['Termin binnen einer Woche', 'Jobcenter, Sozialamt'],
    ['Das Sozialamt gibt den Bogen weiter.', 'Sozialamt'],
    ['Die Frist ist zehn Tage.', 'Jobcenter, Sozialamt'],
    ['Wer nicht ankommt, kommt zurück.', 'Jobcenter, Sozialamt'],
  ])
  expect(steps.every(({ legalDomain }) => legalDomain === 'jobseekers')).toBe(true)
  expect(chainOfPaper({ sections: {}, parties, legalDomains: [] })).toEqual([])
  expect(
    chainOfPaper({ sections, parties, legalDomains: ['asylum', 'jobseekers'] })[0]!.legalDomain,
  ).toBeNull()
})

test('an agreement gives what it regulates, then who owes what; long sentences are cut, nothing is empty', () => {
  const steps = chainOfAgreement({
    contents: 'Wer wen begleitet.\n\n',
    obligations: 'x'.repeat(300),
    parties: [],
  })
  expect(steps.map(({ label }) => label.length)).toEqual([18, 200])
  expect(steps[0]).toMatchObject({ organisation: null, legalDomain: null, waitingWeeks: null })
})

test('the time line: a bar for each station, dashes where one waited, months below', () => {
  const station = { title: 'Antrag', month: 2, durationWeeks: 4, waitingWeeks: 6 }
  const later = { title: 'Kurs', month: null, durationWeeks: null, waitingWeeks: null }
  const { children = [] } = timelineDrawing([station, later], 'Weg')
  const of = (tag: string) => children.filter((child) => typeof child !== 'string' && child.tag === tag)
  expect(of('rect')).toHaveLength(2)
  expect(
    of('line').filter((one) => typeof one !== 'string' && one.attributes['stroke-dasharray'] === '3 3'),
  ).toHaveLength(1)
  const words = of('text').flatMap((one) => (typeof one === 'string' ? [] : (one.children ?? [])))
  expect(words).toEqual(['Antrag', 'Kurs', '0', '1', '2', '3', 'Monate seit Beginn'])
})
