import type { NotificationView } from '../../contract/notifications.ts'

/** The page a notification is about, where there is one. */
export function pathOfNotification(
  row: Pick<NotificationView, 'caseId' | 'objectKind' | 'objectId'>,
): string | undefined {
  if (row.caseId !== null) return `/faelle/${row.caseId}`
  if (row.objectKind === 'request' && row.objectId !== null) return `/anfragen/${row.objectId}`
  if (row.objectKind === 'referral' && row.objectId !== null) return `/verweise/${row.objectId}`
  if (row.objectKind === 'measure' && row.objectId !== null) return `/massnahmen/${row.objectId}`
  if (row.objectKind === 'theme' && row.objectId !== null) return `/themen/${row.objectId}`
  return {
    task: '/aufgaben',
    partnerRequest: '/kim-anfragen',
    disclosure: '/pruefungen',
    deputy: '/vertretungen',
    account: '/profil',
    oversight: undefined,
  }[row.objectKind]
}
