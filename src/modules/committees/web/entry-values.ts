import type { BodyInput } from '../../../platform/contract/endpoint.ts'
import { parseDate, today } from '../../../platform/web/dates.ts'
import type { Option } from '../../../platform/web/ui/option.ts'
import type { CommitteeOptions } from '../contract/committees.ts'
import type { meetingEndpoints } from '../contract/endpoints.ts'
import type { AgendaItemView } from '../contract/meetings.ts'
import type { TypedEntry } from '../rules/type-entry.ts'
import { findNamed } from './find-named.ts'
import { committeeChoices, ownerChoices, ownerOf } from './named-choices.ts'

type Priority = NonNullable<AgendaItemView['proposal']>['priority']

/** What is said beside the line; undefined: as typed, or as it stands at the theme. */
export interface Said {
  readonly parties: string
  readonly who: string | undefined
  readonly format: string | undefined
  readonly priority: Priority | '' | undefined
  readonly dueOn: string | undefined
  readonly inOtherForm: boolean
}
export const nothingSaid: Said = {
  parties: '',
  who: undefined,
  format: undefined,
  priority: undefined,
  dueOn: undefined,
  inOtherForm: false,
}

export interface Addressee {
  readonly options: readonly Option[]
  /** Meant by what stands behind @: the option, else the words. */
  readonly typed: string
}

/** Whom an entry of this kind reaches, and who could be meant; null: nobody in particular. */
export function addressee(
  typed: TypedEntry,
  offered: CommitteeOptions | undefined,
  committeeId: string,
): Addressee | null {
  const { kind, responsible } = typed
  if (kind !== 'actionItem' && kind !== 'commission' && kind !== 'recommendation') return null
  const options =
    kind === 'actionItem'
      ? ownerChoices(offered?.owners ?? [])
      : committeeChoices(offered?.committees ?? [], committeeId)
  const meant = responsible ? findNamed(options, responsible)?.value : undefined
  return { options, typed: meant ?? responsible ?? '' }
}

export const isAnswer = (item: AgendaItemView, typed: TypedEntry): boolean =>
  item.subjectKind === 'measure' && decides(typed)
export const isOnTheme = (item: AgendaItemView, typed: TypedEntry): boolean =>
  item.subjectKind === 'theme' && decides(typed)
const decides = ({ kind }: TypedEntry): boolean =>
  kind === 'decision' || kind === 'agreement' || kind === 'recommendation'

/** The entry as the server takes it. */
export function bodyOf(
  typed: TypedEntry,
  said: Said,
  who: Addressee | null,
  item: AgendaItemView,
): Omit<BodyInput<typeof meetingEndpoints.write>, 'agendaItemId'> {
  const { kind, content, votes, outcome } = typed
  const due = typed.dueText ? (parseDate(typed.dueText, today()) ?? null) : null
  return {
    kind,
    content,
    votes,
    ...(outcome && { outcome }),
    parties: kind === 'agreement' ? split(said.parties) : [],
    ...(who && reaches(kind, who, said.who ?? who.typed)),
    ...(isOnTheme(item, typed) && {
      themeFormat: said.format ?? item.proposal?.format ?? null,
      themePriority: (said.priority ?? item.proposal?.priority) || null,
    }),
    ...(isAnswer(item, typed)
      ? { dueOn: (said.dueOn ?? item.proposal?.dueOn) || null, inOtherForm: said.inOtherForm }
      : { dueOn: due }),
  }
}

function reaches(kind: TypedEntry['kind'], { options }: Addressee, value: string) {
  if (kind === 'actionItem') return ownerOf(options, value)
  const committee = options.some((one) => one.value === value)
  if (committee) return { toCommitteeId: value }
  return kind === 'commission' ? { responsible: value } : {}
}

const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
