import { describe, expect, test } from 'vitest'
import { judgeClock, type ClockMark } from './rules.ts'

const at = (text: string) => Temporal.Instant.from(text)
const start = at('2026-11-21T10:00:00Z')
const judge = (before: ClockMark | undefined, now: Temporal.Instant, database = now) =>
  judgeClock(before, now, database)
const mark = (seenAt: Temporal.Instant, heldUntil: Temporal.Instant | null = null): ClockMark => ({
  seenAt,
  heldUntil,
})

describe('F7 the clock of retention', () => {
  test.each([
    ['an hour later', start.add({ hours: 1 }), true],
    ['a day later', start.add({ hours: 24 }), true],
    ['a year later', start.add({ hours: 24 * 365 }), false],
    ['a year earlier', start.subtract({ hours: 24 * 365 }), false],
    ['25 hours later', start.add({ hours: 25 }), false],
    ['an hour earlier (end of summer time has no effect on instants)', start.subtract({ hours: 1 }), true],
  ])('%s', (_name, now, mayDelete) => {
    expect(judge(mark(start), now)).toMatchObject({ mayDelete, jumped: !mayDelete })
  })

  test('the first run has nothing to compare with but the database', () => {
    expect(judge(undefined, start)).toMatchObject({ mayDelete: true })
    expect(judge(undefined, start, start.add({ hours: 24 * 365 }))).toMatchObject({
      mayDelete: false,
      jumped: true,
    })
  })

  test('after a jump deleting waits for 72 hours of a steady clock', () => {
    let state = judge(mark(start), start.add({ hours: 30 }))
    for (let hours = 1; hours < 72; hours += 1) {
      state = judge(state.mark, start.add({ hours: 30 + hours }))
      expect(state).toMatchObject({ mayDelete: false, jumped: false })
    }
    state = judge(state.mark, start.add({ hours: 102 }))
    expect(state).toMatchObject({ mayDelete: true, mark: { heldUntil: null } })
  })

  test('a clock put right again waits once more', () => {
    const wrong = judge(mark(start), start.add({ hours: 24 * 365 }))
    const right = judge(wrong.mark, start.add({ hours: 1 }))
    expect(right).toMatchObject({ mayDelete: false, jumped: true })
    expect(right.mark.heldUntil?.toString()).toBe(start.add({ hours: 73 }).toString())
  })
})
