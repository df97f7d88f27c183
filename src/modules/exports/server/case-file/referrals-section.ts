import { germanDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import {
  dataCategoryLabels,
  purposeLabels,
  specialCategoryLabels,
  type DataCategory,
  type SpecialCategory,
} from '../../../consent/index.ts'
import {
  answerViaLabels,
  clientInformedLabels,
  clientViewLabels,
  disclosureGroundLabels,
  disclosureRecipientLabels,
  disclosureStateLabels,
  handoutKindLabels,
  handoutViaLabels,
  notInformedReasonLabels,
  referralReasonLabels,
  referralResultLabels,
  referralStateLabels,
  type ReferralView,
} from '../../../referrals/index.ts'
import { readDisclosures, readHandouts, readReferrals } from '../../../referrals/server/index.ts'
import type { CaseFileContext, CaseFileSection } from './case-file-context.ts'
import { dateOr, facts, heading, note } from './words.ts'

type Told = { dataCategories: readonly DataCategory[]; specialCategories: readonly SpecialCategory[] }

/** What went to others and what came back: referrals, what was handed out, disclosures without consent. */
export const referralsSection: CaseFileSection = async (tx, context) => {
  const referrals = await readReferrals(tx, context.file.id, context.today)
  const blocks = [
    ...referrals.flatMap((one) => referralBlocks(one, context)),
    ...(await handoutBlocks(tx, context)),
    ...(await disclosureBlocks(tx, context)),
  ]
  return blocks.length === 0 ? [note('An andere Stellen ist nichts gegangen.')] : blocks
}

const told = ({ dataCategories, specialCategories }: Told): string =>
  [
    ...dataCategories.map((key) => dataCategoryLabels[key]),
    ...specialCategories.map((key) => specialCategoryLabels[key]),
  ].join('; ')

const resultOf = (key: string | null): string =>
  (key && (referralResultLabels as Readonly<Record<string, string>>)[key]) ?? ''

function referralBlocks(one: ReferralView, { nameOf }: CaseFileContext): SheetBlock[] {
  const why = one.reason ? referralReasonLabels[one.reason] : resultOf(one.result)
  return [
    heading(`Verweis: ${one.recipient.label}`, 2),
    ...facts([
      ['Stand', `${referralStateLabels[one.state]} am ${germanDate(one.stateOn)}${why ? ` (${why})` : ''}`],
      ['Person', one.person.name ?? nameOf(one.person.id)],
      ['Abgeschickt', dateOr(one.sentOn)],
      ['Zweck', one.purpose && purposeLabels[one.purpose]],
      ['Lebensbereiche', one.lifeDomains.map(({ label }) => label).join(', ')],
      ['Angaben', told(one)],
      ['Anliegen', one.text?.concern],
      ['Angebot', one.text?.service],
      ['Zusammenfassung', one.text?.summary],
      ['Gewünschtes Ergebnis', one.text?.desiredResult],
      ['Ziele', one.goals?.map(({ wording }) => wording).join('; ')],
      ['Dokumente', one.documents?.map(({ title }) => title).join('; ')],
      ['Sicht der Person', one.clientView && clientViewLabels[one.clientView]],
    ]),
    ...stepTable(one),
  ]
}

const stepWords = (step: ReferralView['steps'][number]): string => {
  if (step.kind === 'reminded') return 'Stelle erinnert'
  if (step.kind === 'returned') return 'ohne Antwort zurückgekommen'
  if (step.kind === 'clientView') return 'Sicht der Person festgehalten'
  return step.to === null ? '' : referralStateLabels[step.to]
}

function stepTable({ steps }: ReferralView): SheetBlock[] {
  if (steps.length === 0) return []
  return [
    {
      kind: 'table',
      widths: [2, 4, 3, 5],
      header: ['Am', 'Schritt', 'Von', 'Dazu'],
      rows: steps.map((step) => [
        germanDate(step.onDate),
        stepWords(step),
        step.byPartner ? 'der Stelle' : (step.by ?? ''),
        [step.via && step.via !== 'app' ? answerViaLabels[step.via] : null, step.note]
          .filter(Boolean)
          .join(': '),
      ]),
    },
  ]
}

async function handoutBlocks(tx: Tx, { file }: CaseFileContext): Promise<SheetBlock[]> {
  const rows = await readHandouts(tx, file.id)
  if (rows.length === 0) return []
  return [
    heading('Weitergegeben ohne Verweis', 2),
    {
      kind: 'table',
      widths: [2, 4, 5, 4],
      header: ['Am', 'An', 'Was', 'Angaben'],
      rows: rows.map((one) => [
        germanDate(one.onDate),
        one.recipient ?? 'Stelle für Sie nicht einsehbar',
        `${handoutKindLabels[one.kind]}${one.title === null ? '' : `: ${one.title}`} (${handoutViaLabels[one.via]})${
          one.mistakenOn === null ? '' : ', als Irrtum gekennzeichnet'
        }`,
        told(one),
      ]),
    },
  ]
}

async function disclosureBlocks(tx: Tx, { file }: CaseFileContext): Promise<SheetBlock[]> {
  const rows = await readDisclosures(tx, file.id)
  return rows.flatMap((one) => [
    heading(`Übermittlung ohne Einwilligung, gefragt am ${germanDate(one.askedOn)}`, 2),
    ...facts([
      ['Stand', `${disclosureStateLabels[one.state]} am ${germanDate(one.stateOn)}`],
      ['Grundlage', disclosureGroundLabels[one.ground]],
      ['An', one.recipient ?? one.text?.recipientName ?? disclosureRecipientLabels[one.recipientKind]],
      ['Person', one.person],
      ['Angaben', told(one)],
      ['Warum', one.text?.reason],
      ['Was', one.text?.content],
      ['Zweite Person', one.second],
      ['Ihre Anmerkung', one.text?.secondNote],
      ['Übermittelt', one.carriedOutOn && germanDate(one.carriedOutOn)],
      ['Person informiert', one.clientInformed && clientInformedLabels[one.clientInformed]],
      ['Warum nicht', one.notInformedReason && notInformedReasonLabels[one.notInformedReason]],
      ['Dazu', one.text?.clientNote],
    ]),
  ])
}
