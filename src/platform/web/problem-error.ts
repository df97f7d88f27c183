import type { Problem } from '../contract/problem.ts'

/** Every refusal of the API, and every failure to reach it, as one class. `message` is German, for the person. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Completes an answer that is not problem+json (a proxy's error page, say), so that texts are always German. */
export function problemOf(status: number, content: Partial<Problem> | undefined): Problem {
  if (content && typeof content.title === 'string' && typeof content.code === 'string') {
    return { type: 'about:blank', ...content, title: content.title, code: content.code, status }
  }
  return {
    type: 'about:blank',
    status,
    code: `http${status}`,
    title: titleOf(status),
    detail: detailOf(status),
  }
}

export function networkProblem(code: 'network' | 'timeout'): Problem {
  return {
    type: 'about:blank',
    status: 0,
    code,
    title: code === 'network' ? 'Der Server ist nicht erreichbar.' : 'Der Server antwortet nicht.',
    detail: 'Ihre Eingabe ist noch da. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  }
}

/** `true` when trying again can help: no connection, time-out, server overloaded or being restarted. */
export function isTransient(error: unknown): boolean {
  return error instanceof ProblemError && [0, 502, 503, 504].includes(error.problem.status)
}

function titleOf(status: number): string {
  switch (status) {
    case 401:
      return 'Sie sind nicht angemeldet.'
    case 403:
      return 'Dazu sind Sie nicht berechtigt.'
    case 404:
      return 'Das gibt es nicht, oder Sie dürfen es nicht sehen.'
    case 412:
      return 'Der Eintrag wurde inzwischen geändert.'
    case 413:
      return 'Die Datei ist zu groß.'
    case 429:
      return 'Das waren zu viele Anfragen in kurzer Zeit.'
    default:
      return status >= 500 ? 'Der Server kann die Anfrage gerade nicht bearbeiten.' : 'Das war nicht möglich.'
  }
}

function detailOf(status: number): string | undefined {
  if (status === 429) return 'Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.'
  if (status >= 500) return 'Ihre Eingabe ist noch da. Bitte versuchen Sie es in einer Minute noch einmal.'
  return undefined
}
