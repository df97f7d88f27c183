/** A committee as a concept tells it; `functions` are words its members' functions are found by. */
interface Told {
  readonly name: RegExp
  readonly authority?: 'deciding' | 'advisory' | 'operative' | null
  /** Most days between two meetings; absent: the concept names none. */
  readonly every?: number
  readonly chair?: RegExp
  readonly deputyChair?: RegExp
  readonly moderation?: RegExp
  readonly managingOffice?: RegExp
  readonly members?: readonly RegExp[]
  readonly seats?: readonly (readonly [function: RegExp, count: number])[]
  readonly guests?: readonly RegExp[]
  readonly convenedOn?: string
  readonly sessions?: readonly string[]
  /** Two concepts say otherwise: both are kept. */
  readonly otherwise?: readonly (readonly [function: RegExp, value: string])[]
}

/** R120 to R125c, written from the concepts and not from the district files. */
export const committeesOfConcepts: Readonly<Record<string, readonly Told[]>> = {
  coesfeld: [
    {
      name: /^Steuerungsgruppe des Netzwerks Chancengerechtigkeit/,
      authority: 'advisory',
      chair: /Landrat/,
      managingOffice: /Fachdienstleitung KIM/,
      members: [
        /Dezernent.* II$/, /Bürgermeister/, /Jobcenter/, /Kreisjugendamt/, /Gesundheitsamt/, /Ausländerbehörde/, /Schulaufsicht/,
        /Regionales Bildungsbüro/, /Schulamt/, /^Kommunales Integrationszentrum$/, /Stadtjugendamt Coesfeld/,
        /Stadtjugendamt Dülmen/, /Wohlfahrt/, /Kreistag/, /Arbeitsagentur/, /Flüchtlingsinitiativen/,
        /Migrantenselbstorganisationen/, /Elternvertretung/,
      ], // oxfmt-ignore
      seats: [[/Bürgermeister/, 4]],
    },
    {
      name: /^Koordinierungsgruppe/,
      authority: 'operative',
      every: 31,
      chair: /Dezernent.* II$/,
      members: [/Jugendamt/, /Jobcenter/, /Bildungsbüro und KI/, /Ausländerbehörde/],
      otherwise: [[/Ausländerbehörde/, 'guest']],
    },
    { name: /^AG .*0 bis 6/, moderation: /./ },
    { name: /^AG .*6 bis 18/, moderation: /./ },
    { name: /^AG junge Erwachsene.*Südost-Europa/, moderation: /./ },
    { name: /^AG Migration$/ },
    { name: /^AG Flüchtlingsbetreuung$/ },
    { name: /^AG Flüchtlingsinitiativen/, seats: [[/Sprecher/, 5]] },
    { name: /^AG Querschnitt/, authority: 'operative' },
    { name: /^Lokale Arbeitsgruppen/ },
    { name: /^Lokale Fachkonferenzen/, moderation: /Regionalteams/ },
  ],
  warendorf: [
    {
      name: /^Lenkungsgruppe/,
      authority: 'deciding',
      every: 184,
      chair: /Sozialdezernat/,
      moderation: /Leitung KIM/,
      members: [
        /Kreis Warendorf/, /Kommunen/, /Wohlfahrtsverbände/, /Agentur für Arbeit/, /Bundesamt für Migration/, /Kreissportbund/,
        /Volkshochschulen/, /Wirtschaft/, /Bildungsträger/, /Ehrenamt/,
      ], // oxfmt-ignore
    },
    { name: /^Projektgruppen/, authority: 'operative', moderation: /Koordination KIM/ },
    { name: /^Arbeitsgruppen und bilaterale/, authority: 'operative' },
    {
      name: /^Teambesprechung/,
      authority: 'operative',
      every: 7,
      moderation: /Leitung KIM/,
      members: [/Verwaltungskraft/, /Koordinator/, /Ausländer- und Einbürgerungsbehörde/, /Case Manager/],
    },
    { name: /^AG Integration$/ },
  ],
  wesel: [
    {
      name: /^Lenkungsgruppe/,
      authority: 'deciding',
      chair: /Vorstandsmitglied 4/,
      deputyChair: /Fachdienstleitung 49/,
      managingOffice: /Fachdienst 49/,
      members: [
        /KI-Leitung/, /Overhead/, /Kommunen/, /Stadt Moers/, /Ausländerbehörde/, /Jugendamt/, /Soziale Hilfen/,
        /besonderen Lebenslagen/, /Gleichstellung/, /Behinderten/, /Schulamt/, /Gesundheitsamt/, /Jobcenter/, /EAW/,
        /Arbeitsagentur/, /AG Wohlfahrt/, /JMD/,
      ], // oxfmt-ignore
      seats: [[/Kommunen/, 3]],
      guests: [/Fachleute.*Bürger.*Ehrenamtliche/],
      convenedOn: '2021-08-10',
      sessions: ['2022-06-10'],
    },
    { name: /^Projektarbeitsgruppe Chancenaufenthalt/ },
    { name: /^Perspektivaustausch/, authority: 'advisory', every: 184 },
    { name: /^Fachdialog/, authority: 'advisory', every: 184 },
    { name: /^Case-Management-Dienstbesprechung/, every: 31 },
    { name: /^Kollegiale Beratung/, every: 7 },
    { name: /^Austausch Dinslaken mit allen/, every: 31 },
    { name: /^Austausch Dinslaken .*Migrationsberatung/, every: 92 },
  ],
}
