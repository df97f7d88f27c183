import type { Desk } from './desk.ts'

interface Asked {
  readonly channel: string
  readonly concern: string
  readonly language: string
  readonly urgency?: string
}

/** The quick entry as it is typed during a call; the site is the one used last. */
export async function fillRequest(desk: Desk, { channel, concern, language, urgency }: Asked): Promise<void> {
  await desk.pick('Wie kam die Anfrage?', channel)
  await desk.type('Anliegen', concern)
  await desk.choose('Sprache', language)
  if (urgency) await desk.pick('Dringlichkeit', urgency)
}
