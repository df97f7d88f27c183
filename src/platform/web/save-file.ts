import type { Problem } from '../contract/problem.ts'
import { networkProblem, problemOf, ProblemError } from './problem-error.ts'

/** Fetches a file and hands it to the browser to save, under the server's name. Throws `ProblemError`. */
export async function saveFile(address: string): Promise<void> {
  const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store' }).catch(() => {
    throw new ProblemError(networkProblem('network'))
  })
  if (!response.ok) {
    const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined
    throw new ProblemError(problemOf(response.status, problem))
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = nameIn(response.headers.get('content-disposition') ?? '')
  link.click()
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The name of the file in a content disposition. */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition)?.[1] ?? 'Datei')
}
