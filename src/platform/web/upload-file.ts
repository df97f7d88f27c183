import type { EndpointSpec, Received } from '../contract/endpoint.ts'
import type { Problem } from '../contract/problem.ts'

import { addressOf } from './api.ts'
import { networkProblem, problemOf, ProblemError } from './problem-error.ts'

interface UploadOptions {
  params: Record<string, unknown>
  query: Record<string, unknown>
  file: Blob
  /** Goes with the file, in the body: an address would end up in logs. */
  name: string
  /** From 0 to 1 while the bytes travel. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Sends one file to an endpoint that takes one. `fetch` cannot say how far it is, so this is the older way. */
export function uploadFile<E extends EndpointSpec>(spec: E, options: UploadOptions): Promise<Received<E>> {
  const { params, query, file, name, onProgress, signal } = options
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(spec.method, addressOf(spec, params, query))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(new ProblemError(networkProblem('network')))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const content = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(content as Received<E>)
      else reject(new ProblemError(problemOf(request.status, content as Partial<Problem> | undefined)))
    }
    signal.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file, name)
    request.send(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
