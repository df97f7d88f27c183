import type { ReactElement } from 'react'
import { LANGUAGES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueKind } from '../../tenancy/index.ts'
import { mediatorLabels, shareLabels, withdrawalLabels, type Contact } from '../index.ts'

/** A contact to read: everything that was recorded, as far as it is open to the reader. */
export function ContactFacts({ contact }: { contact: Contact }): ReactElement {
  const { data } = useView(catalogueEndpoints.list)
  const label = (kind: CatalogueKind, key: string) =>
    data?.catalogues[kind]?.find((entry) => entry.key === key)?.label ?? key
  const listed = (kind: CatalogueKind, keys: readonly string[]) =>
    keys.map((key) => label(kind, key)).join(', ')
  const { withdrawn, effort } = contact
  const items = [
    { term: 'Wann', value: [formatDate(contact.onDate), contact.atTime].filter(Boolean).join(', ') },
    { term: 'Wie', value: label('contactKind', contact.kind) },
    { term: 'Wo', value: [contact.site?.name, contact.place].filter(Boolean).join(', ') },
    { term: 'Beteiligt', value: personsOf(contact) },
    { term: 'Sprache', value: contact.language === null ? '' : labelOf(LANGUAGES, contact.language) },
    { term: 'Sprachmittlung', value: contact.mediator === null ? '' : mediatorLabels[contact.mediator] },
    { term: 'Themen', value: listed('lifeDomain', contact.topics) },
    { term: 'Tätigkeiten', value: listed('activityType', contact.activities) },
    {
      term: 'Notiz',
      value: contact.note && <span style={{ whiteSpace: 'pre-line' }}>{contact.note}</span>,
    },
    { term: 'Wartet auf', value: waitOf(contact) },
    { term: 'Dauer, nur für Sie', value: effort?.minutes ? `${effort.minutes} Minuten` : '' },
    { term: 'Anteil, nur für Sie', value: effort?.share ? shareLabels[effort.share] : '' },
  ].filter(({ value }) => value !== '' && value !== null)
  return (
    <div className="lt-stack">
      {withdrawn && (
        <Badge tone="warning">als Irrtum zurückgenommen: {withdrawalLabels[withdrawn.reason]}</Badge>
      )}
      {contact.secrecy203 && <Badge icon="lock">§ 203 StGB</Badge>}
      <DescriptionList items={items} stacked />
      <p className="kern-body kern-body--small kern-body--muted">
        Erfasst von {contact.createdBy.name || 'jemandem, dessen Name nicht sichtbar ist'},{' '}
        <Day at={contact.createdAt} />. Ändern kann den Kontakt nur, wer ihn erfasst hat.
      </p>
    </div>
  )
}

/** Those whose name is not open to the reader are counted. */
function personsOf({ persons }: Contact): string {
  const names = persons.flatMap(({ name }) => (name === null ? [] : [name]))
  const hidden = persons.length - names.length
  if (hidden === 0) return names.join(', ')
  return [
    ...names,
    hidden === 1 ? '1 Person ohne sichtbaren Namen' : `${hidden} Personen ohne sichtbaren Namen`,
  ].join(', ')
}

function waitOf({ wait }: Contact): string {
  if (wait === null) return ''
  const whom = wait.organisation?.name ?? wait.label ?? 'andere Stelle'
  const until = wait.until === null ? '' : `, erwartet bis ${formatDate(wait.until)}`
  const answered =
    wait.answeredOn === null ? ', noch keine Antwort' : `, Antwort am ${formatDate(wait.answeredOn)}`
  return `${whom}, seit ${formatDate(wait.since)}${until}${answered}`
}
