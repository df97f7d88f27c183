import { codeList, codeSchema, type CodeEntry } from './code-list.ts'

/**
 * The words in brackets only help to find the section; the section decides. Paragraphs without a statute are
 * those of the AufenthG.
 */
export interface ResidenceStatusEntry<C extends string> extends CodeEntry<C> {
  /**
   * Knowing this value can itself oblige a public body to inform the ABH (§ 87 Abs. 2 Satz 1 Nr. 1 AufenthG:
   * neither title nor suspended deportation). The notice stands beside the field, whatever is chosen.
   */
  readonly triggersNotice: boolean
  /** Not offered at public employers until the data protection officer's opinion is recorded. */
  readonly offForPublicEmployers?: boolean
  /** A title issued up to this day may run on; none begins later. */
  readonly lastIssuedOn?: string
}

/** Entries of one group, without anything special. */
const under = <const C extends string>(group: string, labels: Record<C, string>): ResidenceStatusEntry<C>[] =>
  (Object.keys(labels) as C[]).map((code) => ({ code, label: labels[code], group, triggersNotice: false }))

/** Keeps the literal codes. */
const special = <const C extends string>(entry: ResidenceStatusEntry<C>): ResidenceStatusEntry<C> => entry

export const RESIDENCE_STATUSES = codeList({
  id: 'ResidenceStatus',
  title: 'Aufenthaltsstatus',
  source: 'Own list from the law as of 29 April 2026, code-lists.md 7.2; official catalogue: DSAusländer',
  fieldNotice: '§ 87 AufenthG',
  entries: [
    ...under('Deutsche und Unionsbürger', {
      german: 'deutsch',
      eu: 'Unionsbürger/in (FreizügG/EU)',
      euFamily: 'Familienangehörige/r (FreizügG/EU)',
      euPermanent: 'Daueraufenthalt § 4a FreizügG/EU',
    }),
    ...under('Visum', {
      visa6: 'Visum § 6',
    }),
    ...under('Ausbildung und Studium', {
      p16a: 'Aufenthaltserlaubnis § 16a (Berufsausbildung)',
      p16b: 'Aufenthaltserlaubnis § 16b (Studium)',
      p16d: 'Aufenthaltserlaubnis § 16d (Anerkennung der Berufsqualifikation)',
      p16e: 'Aufenthaltserlaubnis § 16e (studienbezogenes Praktikum)',
      p16f: 'Aufenthaltserlaubnis § 16f (Sprachkurs, Schulbesuch)',
      p16g: 'Aufenthaltserlaubnis § 16g (Berufsausbildung für Ausreisepflichtige)',
      p17: 'Aufenthaltserlaubnis § 17 (Suche nach Ausbildung oder Studium)',
    }),
    ...under('Erwerbstätigkeit', {
      p18a: 'Aufenthaltserlaubnis § 18a (Fachkraft mit Berufsausbildung)',
      p18b: 'Aufenthaltserlaubnis § 18b (Fachkraft mit akademischer Ausbildung)',
      p18d: 'Aufenthaltserlaubnis § 18d (Forschung)',
      p18g: 'Blaue Karte EU § 18g',
      p19c: 'Aufenthaltserlaubnis § 19c (sonstige Beschäftigung)',
      p19d: 'Aufenthaltserlaubnis § 19d (qualifizierte Geduldete)',
      p20a: 'Aufenthaltserlaubnis § 20a (Chancenkarte)',
      p21: 'Aufenthaltserlaubnis § 21 (selbständige Tätigkeit)',
    }),
    ...under('Humanitärer Aufenthalt', {
      p22: 'Aufenthaltserlaubnis § 22 (Aufnahme aus dem Ausland)',
      p23s1: 'Aufenthaltserlaubnis § 23 Abs. 1 (Anordnung des Landes)',
      p23s2: 'Aufenthaltserlaubnis § 23 Abs. 2 (Aufnahme bei besonderen politischen Interessen)',
      p23s4: 'Aufenthaltserlaubnis § 23 Abs. 4 (Resettlement)',
      p23a: 'Aufenthaltserlaubnis § 23a (Härtefall)',
      p24: 'Aufenthaltserlaubnis § 24 (vorübergehender Schutz)',
      p25s1: 'Aufenthaltserlaubnis § 25 Abs. 1 (asylberechtigt)',
      p25s2refugee: 'Aufenthaltserlaubnis § 25 Abs. 2 (Flüchtling)',
      p25s2subsidiary: 'Aufenthaltserlaubnis § 25 Abs. 2 (subsidiärer Schutz)',
      p25s3: 'Aufenthaltserlaubnis § 25 Abs. 3 (Abschiebungsverbot)',
      p25s4: 'Aufenthaltserlaubnis § 25 Abs. 4 (vorübergehender Aufenthalt)',
      p25s4a: 'Aufenthaltserlaubnis § 25 Abs. 4a (Opfer einer Straftat)',
      p25s4b: 'Aufenthaltserlaubnis § 25 Abs. 4b (Opfer einer Straftat)',
      p25s5: 'Aufenthaltserlaubnis § 25 Abs. 5 (Ausreise unmöglich)',
      p25a: 'Aufenthaltserlaubnis § 25a (gut integrierte Jugendliche und junge Volljährige)',
      p25b: 'Aufenthaltserlaubnis § 25b (nachhaltige Integration)',
    }),
    special({
      code: 'p104c',
      label: 'Aufenthaltserlaubnis § 104c (Chancen-Aufenthaltsrecht, erteilt bis 30.12.2025)',
      group: 'Humanitärer Aufenthalt',
      triggersNotice: false,
      lastIssuedOn: '2025-12-30',
    }),
    ...under('Familie', {
      p28: 'Aufenthaltserlaubnis § 28 (zu Deutschen)',
      p30: 'Aufenthaltserlaubnis § 30 (Ehegatten)',
      p32: 'Aufenthaltserlaubnis § 32 (Kinder)',
      p36: 'Aufenthaltserlaubnis § 36 (Eltern und sonstige Familienangehörige)',
      p36a: 'Aufenthaltserlaubnis § 36a (zu subsidiär Schutzberechtigten)',
      p31: 'Aufenthaltserlaubnis § 31 (eigenständiges Recht der Ehegatten)',
      p34: 'Aufenthaltserlaubnis § 34 (Aufenthaltsrecht der Kinder)',
    }),
    ...under('In anderem EU-Staat daueraufenthaltsberechtigt', {
      p38a: 'Aufenthaltserlaubnis § 38a',
    }),
    ...under('Unbefristet', {
      p9: 'Niederlassungserlaubnis § 9',
      p18c: 'Niederlassungserlaubnis § 18c (Fachkräfte)',
      p26s3: 'Niederlassungserlaubnis § 26 Abs. 3',
      p26s4: 'Niederlassungserlaubnis § 26 Abs. 4',
      p28s2: 'Niederlassungserlaubnis § 28 Abs. 2',
      p35: 'Niederlassungserlaubnis § 35 (Kinder)',
      p9a: 'Erlaubnis zum Daueraufenthalt-EU § 9a',
    }),
    ...under('Asylverfahren', {
      permissionToRemain: 'Aufenthaltsgestattung § 55 AsylG',
    }),
    special({
      code: 'arrivalCertificate',
      label: 'Ankunftsnachweis § 63a AsylG',
      group: 'Asylverfahren',
      triggersNotice: false,
      unconfirmed: true,
    }),
    ...under('Duldung', {
      p60a: 'Duldung § 60a',
      p60b: 'Duldung § 60b (ungeklärte Identität)',
      p60c: 'Ausbildungsduldung § 60c',
      p60d: 'Beschäftigungsduldung § 60d',
    }),
    ...under('Übergang und sonstiges', {
      fictionS3: 'Fiktionsbescheinigung § 81 Abs. 3 (erlaubt)',
      fictionS4: 'Fiktionsbescheinigung § 81 Abs. 4 (fortbestehend)',
    }),
    special({
      code: 'borderCrossingCertificate',
      label: 'Grenzübertrittsbescheinigung',
      group: 'Übergang und sonstiges',
      triggersNotice: true,
      unconfirmed: true,
    }),
    special({
      code: 'none',
      label: 'ohne Status',
      group: 'Übergang und sonstiges',
      triggersNotice: true,
      offForPublicEmployers: true,
    }),
    ...under('Übergang und sonstiges', {
      unknown: 'unbekannt',
    }),
  ],
})

export const ResidenceStatus = codeSchema(RESIDENCE_STATUSES)

/** What an employer's staff may choose: public bodies report, so "ohne Status" is off there by default. */
export const residenceStatusesFor = (employer: { public: boolean; dpoOpinionRecorded: boolean }) =>
  RESIDENCE_STATUSES.entries.filter(
    (status) => !(status.offForPublicEmployers && employer.public && !employer.dpoOpinionRecorded),
  )
