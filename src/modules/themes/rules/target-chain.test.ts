import { expect, test } from 'vitest'
import { chainOfAgreement, chainOfPaper } from './target-chain.ts'
import { timelineDrawing } from './timeline-drawing.ts'

const parties = [{ label: 'Jobcenter Kreis Wesel' }, { label: 'Sozialamt' }]

test('a paper gives a step for each part of its procedure, for each line where it is a list; who is named stands at it', () => {
  const sections = {
    return: 'Wer nicht ankommt, kommt zurück.',
    dataProtection: 'Nur mit Einwilligung.',
    handover: 'Das Sozialamt gibt den Bogen weiter. Das Jobcenter meldet sich in zehn Tagen.',
    entry: '- Anfrage mit Bogen\n- Termin beim Sozialamt',
  }
  const steps = chainOfPaper({ sections, parties, legalDomains: ['jobseekers'] })
  expect(steps.map(({ part, label, organisation }) => [part, label, organisation])).toEqual([
    ['Zugang', 'Zugang: Anfrage mit Bogen', null],
    ['Zugang', 'Zugang: Termin beim Sozialamt', 'Sozialamt'],
    ['Übergabe', `Übergabe: ${sections.handover}`, 'Jobcenter Kreis Wesel, Sozialamt'],
    ['Rückkehr', 'Rückkehr: Wer nicht ankommt, kommt zurück.', null],
  ])
  expect(steps.every(({ legalDomain }) => legalDomain === 'jobseekers')).toBe(true)
  expect(chainOfPaper({ sections: {}, parties, legalDomains: [] })).toEqual([])
  const both = chainOfPaper({ sections, parties, legalDomains: ['asylum', 'jobseekers'] })
  expect(both[0]!.legalDomain).toBeNull()
})

test('a long part keeps its own words beside the step that is cut', () => {
  const long = `Das Jobcenter ${'prüft '.repeat(60)}`.trim()
  const [step] = chainOfPaper({ sections: { entry: long }, parties, legalDomains: [] })
  expect([step!.label.length, step!.label.endsWith('…'), step!.original]).toEqual([200, true, long])
})

test('an agreement gives what it regulates, then who owes what; long sentences are cut, nothing is empty', () => {
  const steps = chainOfAgreement({
    contents: 'Wer wen begleitet. Wer einlädt.\n\n',
    obligations: 'x'.repeat(300),
    parties: [],
  })
  expect(steps.map(({ label }) => label.length)).toEqual([18, 12, 200])
  expect(steps[0]).toMatchObject({ part: null, organisation: null, legalDomain: null })
})

test('the time line: a bar for each station, dashes where one waited, months below', () => {
  const station = { title: 'Antrag', month: 2, durationWeeks: 4, waitingWeeks: 6, remarks: ['Bruch'] }
  const later = { title: 'Kurs', month: null, durationWeeks: null, waitingWeeks: null, remarks: [] }
  const { children = [] } = timelineDrawing([station, later], 'Weg')
  const of = (tag: string) => children.filter((child) => typeof child !== 'string' && child.tag === tag)
  expect(of('rect')).toHaveLength(2)
  expect(
    of('line').filter((one) => typeof one !== 'string' && one.attributes['stroke-dasharray'] === '3 3'),
  ).toHaveLength(1)
  const words = of('text').flatMap((one) => (typeof one === 'string' ? [] : (one.children ?? [])))
  expect(words).toEqual(['Antrag', 'Auffällig: Bruch', 'Kurs', '0', '1', '2', '3', 'Monate seit Beginn'])
})
