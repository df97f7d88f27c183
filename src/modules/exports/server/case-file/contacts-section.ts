import { LANGUAGES, labelOf } from '../../../../platform/contract/code-lists/index.ts'
import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import { mediatorLabels, withdrawalLabels, type Contact } from '../../../contacts/index.ts'
import { listContacts } from '../../../contacts/server/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { everyRow } from './every-row.ts'
import { facts, heading, note, text } from './words.ts'

export const contactsSection: CaseFileSection = async (tx, context) => {
  const contacts = await everyRow((page) => listContacts(tx, context.file.id, page))
  if (contacts.length === 0) return [note('Es ist noch kein Kontakt erfasst.')]
  return contacts.flatMap((contact) => contactBlocks(contact, context))
}

function contactBlocks(contact: Contact, { label }: CaseFileContext): SheetBlock[] {
  const time = contact.atTime === null ? '' : `, ${contact.atTime} Uhr`
  const title = heading(`${germanDate(contact.onDate)}${time}: ${label('contactKind', contact.kind)}`, 2)
  if (contact.withdrawn !== null)
    return [title, note(`Zurückgenommen: ${withdrawalLabels[contact.withdrawn.reason]}.`)]
  const { wait } = contact
  const waitsFor = wait?.organisation?.name ?? wait?.label
  return [
    title,
    ...facts([
      ['Beteiligt', contact.persons.flatMap(({ name }) => (name === null ? [] : [name])).join(', ')],
      ['Ort', contact.place ?? contact.site?.name],
      ['Sprache', contact.language === null ? null : labelOf(LANGUAGES, contact.language)],
      ['Sprachmittlung', contact.mediator === null ? null : mediatorLabels[contact.mediator]],
      ['Themen', contact.topics.map((key) => label('lifeDomain', key)).join(', ')],
      ['Tätigkeiten', contact.activities.map((key) => label('activityType', key)).join(', ')],
      ['Wartet auf', waitsFor && `${waitsFor}${wait?.until ? ` bis ${germanDate(wait.until)}` : ''}`],
      ['Antwort am', wait?.answeredOn ? germanDate(wait.answeredOn) : null],
      ['Erfasst von', contact.createdBy.name],
      ['Schweigepflicht', contact.secrecy203 ? 'Notiz unter § 203 StGB' : null],
    ]),
    ...text(contact.note),
  ]
}
