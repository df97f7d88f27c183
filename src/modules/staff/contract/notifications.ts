import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id } from '../../../platform/contract/ids.ts'
import { pageOf, PageQuery } from '../../../platform/contract/paging.ts'

/** What a notification says, by its kind. Never a name: it may stand on a screen somebody else looks at. */
export const notificationTexts: Readonly<Record<string, string>> = {
  'case.openedForReason': 'Ihre Fachaufsicht hat einen Ihrer Fälle aus Anlass geöffnet.',
  'case.released': 'Ein Fall wurde für Sie freigegeben.',
  'case.handedOver': 'Ein Fall wurde Ihnen übergeben.',
  'case.closedHandedOver':
    'Abgeschlossene Akten wurden Ihnen übergeben. Sie stehen unter „Fälle“ und „Eingeschränkte Akten“.',
  'request.assigned': 'Eine Anfrage wurde Ihnen zugewiesen.',
  'partnerRequest.answered': 'KIM hat auf eine Anfrage Ihrer Stelle geantwortet.',
  'disclosure.asked': 'Sie sind als zweite Person zu einer Übermittlung gefragt.',
  'disclosure.returned':
    'Die zweite Person kann zu einer Übermittlung nicht mehr antworten. Bitte fragen Sie jemand anderen.',
  'disclosure.answered': 'Die zweite Person hat zu einer Übermittlung geantwortet.',
  'barrier.asked': 'Zu einer Hürde, die Sie gemeldet haben, gibt es eine Rückfrage.',
  'barrier.moved': 'Zu einer Hürde, die Sie gemeldet haben, gibt es etwas Neues.',
  'problem.coordinatorCalled': 'Sie sind zu einer Hürde in einem Fall eingeschaltet.',
  'problem.coordinatorAnswered': 'Die Koordination hat zu einer Hürde geantwortet.',
  'referral.received': 'Ihre Stelle hat einen Verweis erhalten.',
  'referral.waiting': 'Ein Verweis an Ihre Stelle wartet auf Antwort.',
  'referral.withdrawn': 'Ein Verweis an Ihre Stelle wurde zurückgezogen.',
  'referral.answered': 'Eine Stelle hat auf einen Verweis geantwortet.',
  'referral.unanswered': 'Ein Verweis ist ohne Antwort geblieben.',
  'measure.answered': 'Zu Ihrer Empfehlung gibt es eine Antwort.',
  'theme.notMoved': 'Ein Beschluss hat ein Thema, das Sie verantworten, nicht bewegt.',
  'theme.basisGone': 'Die Niederschrift, die ein Thema von Ihnen bewegt hat, wird korrigiert.',
  'task.assigned': 'Eine Aufgabe wurde Ihnen übertragen.',
  'account.passwordReset': 'Die Administration hat für Sie ein neues erstes Kennwort erzeugt.',
  'account.secondFactorReset':
    'Die Administration hat für Sie ein neues erstes Kennwort erzeugt und den zweiten Faktor zurückgesetzt.',
  'deputy.arranged': 'Sie sind als Vertretung eingetragen.',
  'deputy.arrangedForYou': 'Für Ihre Abwesenheit wurde eine Vertretung eingetragen.',
  'deputy.changed': 'Der Zeitraum einer Vertretung, die Sie betrifft, hat sich geändert.',
  'deputy.ended': 'Eine Vertretung, die Sie betrifft, wurde beendet.',
  'oversight.arranged': 'Ihre Fachaufsicht hat sich geändert.',
  'exportGrant.given': 'Sie dürfen jetzt Listen ausgeben, befristet.',
  'exportGrant.ended': 'Ihr Recht, Listen auszugeben, wurde beendet.',
  'oversight.ended': 'Eine Fachaufsicht, die Sie betrifft, wurde beendet.',
}
const otherNotification = 'Zu einem Ihrer Vorgänge gibt es etwas Neues.'

export const notificationText = (kind: string): string => notificationTexts[kind] ?? otherNotification

export const NotificationView = z
  .object({
    id: Id,
    text: z.string(),
    objectKind: z.string(),
    objectId: Id.nullable(),
    caseId: Id.nullable(),
    at: z.string(),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' })
export type NotificationView = z.infer<typeof NotificationView>

/** The page a notification is about, where there is one. */
export function pathOfNotification({
  caseId,
  objectKind,
  objectId,
}: Pick<NotificationView, 'caseId' | 'objectKind' | 'objectId'>): string | undefined {
  if (caseId !== null) return `/faelle/${caseId}`
  const page = pagesOfObjects[objectKind]
  return page && objectId !== null ? `${page}/${objectId}` : pagesOfKinds[objectKind]
}

const pagesOfObjects: Readonly<Record<string, string>> = {
  request: '/anfragen',
  referral: '/verweise',
  measure: '/massnahmen',
  theme: '/themen',
}
/** Where all of that kind stand together. */
const pagesOfKinds: Readonly<Record<string, string>> = {
  task: '/aufgaben',
  partnerRequest: '/kim-anfragen',
  disclosure: '/pruefungen',
  deputy: '/vertretungen',
  account: '/profil',
}

export const notificationEndpoints = {
  list: endpoint({
    method: 'GET',
    reads: true,
    path: '/api/notifications',
    right: 'notification.own',
    summary: 'The own notifications, newest first.',
    query: PageQuery,
    response: pageOf(NotificationView, 'NotificationPage'),
  }),
  readAll: endpoint({
    method: 'POST',
    path: '/api/notifications/reading',
    right: 'notification.own',
    summary: 'Ticks all own notifications off that were there at the given instant.',
    body: z.strictObject({ until: z.iso.datetime({ offset: true }) }),
    status: 204,
  }),
}
