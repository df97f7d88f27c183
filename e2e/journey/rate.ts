import type { Desk } from './desk.ts'

/** Answers questions of a life domain, each by its number; the row saves itself. */
export async function rate(desk: Desk, domain: string, values: Record<string, number>): Promise<void> {
  const row = desk.page.getByRole('region', { name: domain })
  for (const [question, value] of Object.entries(values)) {
    await desk
      .group(question, row)
      .getByRole('radio', { name: new RegExp(`^${value}`) })
      .check()
  }
  await desk.sees(/gespeichert/, row)
}
