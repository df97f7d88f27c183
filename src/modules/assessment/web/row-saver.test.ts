import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError, problemOf } from '../../../platform/web/problem-error.ts'
import { RowSaver } from './row-saver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Row {
  need: number | null
  note: string
}
type Save = (values: Row, version: number) => Promise<{ version: number }>
const start: Row = { need: null, note: '' }
const refusal = (status: number, current?: unknown) =>
  new ProblemError({ ...problemOf(status, undefined), current })

test('typing is saved once, after a pause, with the newest values', async () => {
  const save = vi.fn<Save>(async (_, version) => ({ version: version + 1 }))
  const saver = new RowSaver(start, 0, save)
  saver.change({ note: 'Zi' }, 800)
  saver.change({ note: 'Zimmer' }, 800)
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(800)
  expect(save.mock.calls).toEqual([[{ need: null, note: 'Zimmer' }, 0]])
  expect(saver.state()).toMatchObject({ dirty: false, saving: false, version: 1 })
})

test('what is chosen while a write is under way follows with the new version', async () => {
  const answers: ((row: { version: number }) => void)[] = []
  const save = vi.fn<Save>(() => new Promise<{ version: number }>((resolve) => answers.push(resolve)))
  const saver = new RowSaver(start, 0, save)
  saver.change({ need: 1 }, 0)
  await vi.advanceTimersByTimeAsync(0)
  saver.change({ need: 2 }, 0)
  await vi.advanceTimersByTimeAsync(0)
  expect(save).toHaveBeenCalledTimes(1)
  answers[0]!({ version: 1 })
  await vi.advanceTimersByTimeAsync(0)
  expect(save.mock.calls[1]).toEqual([{ need: 2, note: '' }, 1])
  answers[1]!({ version: 2 })
  await saver.flush()
  expect(saver.state()).toMatchObject({ dirty: false, version: 2 })
})

test('a conflict keeps what was typed and waits for a decision', async () => {
  const save = vi.fn<Save>(async (_, version) => {
    if (version < 3) throw refusal(412, { version: 3 })
    return { version: version + 1 }
  })
  const saver = new RowSaver(start, 1, save)
  saver.change({ need: 5 }, 0)
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.state()).toMatchObject({
    conflict: { current: { version: 3 } },
    dirty: true,
    values: { need: 5 },
  })
  saver.change({ need: 4 }, 0)
  await vi.advanceTimersByTimeAsync(0)
  expect(save).toHaveBeenCalledTimes(1)
  saver.keepMine(3)
  await vi.advanceTimersByTimeAsync(0)
  expect(save.mock.calls[1]).toEqual([{ need: 4, note: '' }, 3])
  expect(saver.state()).toMatchObject({ conflict: undefined, dirty: false, version: 4 })
})

test('without a connection it is tried again by itself; a refusal is not', async () => {
  const save = vi.fn<Save>(async (_, version) => ({ version: version + 1 }))
  save.mockRejectedValueOnce(refusal(503))
  const saver = new RowSaver(start, 0, save)
  saver.change({ need: 1 }, 0)
  await vi.advanceTimersByTimeAsync(0)
  expect(saver.state()).toMatchObject({ dirty: true, saving: false })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(saver.state()).toMatchObject({ dirty: false, error: undefined })
  save.mockRejectedValueOnce(refusal(409))
  saver.change({ need: 2 }, 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(3)
  expect(saver.state().dirty).toBe(true)
})

test('takes over a newer row only while nothing is typed', () => {
  const saver = new RowSaver(start, 1, async () => ({ version: 9 }))
  saver.adopt({ need: 3, note: '' }, 2)
  expect(saver.state()).toMatchObject({ values: { need: 3 }, version: 2 })
  saver.adopt({ need: 1, note: '' }, 2)
  expect(saver.state().values.need).toBe(3)
  saver.change({ need: 5 }, 800)
  saver.adopt({ need: 1, note: '' }, 7)
  expect(saver.state()).toMatchObject({ values: { need: 5 }, version: 2 })
})

test('several choices and calls while a write is under way still make one write at a time', async () => {
  let version = 0
  let under = 0
  const save = vi.fn<Save>(async (_, sent) => {
    if (sent !== version) throw refusal(412, { version })
    expect((under += 1)).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    under -= 1
    return { version: (version += 1) }
  })
  const saver = new RowSaver(start, 0, save)
  for (const need of [1, 2, 3, 4]) {
    saver.change({ need }, 0)
    void saver.flush()
    await vi.advanceTimersByTimeAsync(20)
  }
  await vi.advanceTimersByTimeAsync(500)
  expect(saver.state()).toMatchObject({ conflict: undefined, dirty: false, values: { need: 4 }, version })
})
