import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet } from '../../../platform/server/documents/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { invitationText, mailedBlocks, meetingName } from '../rules/print.ts'
import { draftMail } from './draft-mail.ts'
import { readMeeting } from './meeting-screens.ts'
import { meetingCalendar } from './print-meeting.ts'
import { logged } from './store.ts'

/**
 * The invitation as a draft for the office's own mail program, with calendar entry and agenda: Lotse sends nothing and
 * knows no addresses. Throws 404, `invitationTooLate`.
 */
export async function invitationMail(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Temporal.Instant,
): Promise<Download> {
  const meeting = await readMeeting(tx, actor, id, now)
  if (meeting.state !== 'planned' && meeting.state !== 'invited')
    throw new Refusal('conflict', 'invitationTooLate')
  const subject = `Einladung: ${meetingName(meeting)}`
  const sheet = { title: subject, ...(await letterhead(tx)), blocks: mailedBlocks(meeting) }
  const calendar = await meetingCalendar(tx, id)
  await logged(tx, 'meeting.printed', 'meeting', id, { kind: 'mail', part: 'public' })
  const bytes = draftMail({
    subject,
    text: invitationText(meeting),
    attachments: [
      { type: 'text/calendar; charset=utf-8; method=PUBLISH', ...calendar },
      {
        type: 'application/pdf',
        name: `Einladung-${meeting.onDate}.pdf`,
        bytes: await renderSheet(sheet, now),
      },
    ],
  })
  return { name: `Einladung-${meeting.onDate}.eml`, bytes }
}
