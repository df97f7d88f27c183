/** What the server sends to the process that prints. */
export interface PdfJob {
  /** Absolute path of a `.typ` file below `src`. */
  readonly template: string
  readonly title: string
  readonly lang: string
  readonly json: string
  /** Seconds since 1970, for the document's metadata. */
  readonly createdAt: number
}

export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly failed: string }
