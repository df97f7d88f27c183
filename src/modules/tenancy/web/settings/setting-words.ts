import type { SettingKey } from '../../contract/setting.ts'

interface SettingWords {
  readonly label: string
  readonly hint: string
  /** Behind a number; without it the setting is a switch or a share. */
  readonly unit?: 'Monate' | 'Tage' | 'Personen' | 'Stellen'
  /** Stored as 0 to 1, read and typed in per cent. */
  readonly percent?: boolean
  readonly group: string
}

const flow = 'Fristen in der Arbeit'
const protection = 'Schutz der Daten'
const positions = 'Stellen'

export const settingWords: Readonly<Record<SettingKey, SettingWords>> = {
  reassessmentMonths: {
    label: 'Abstand zum nächsten Re-Assessment',
    hint: 'So lange nach dem letzten Assessment ist das nächste fällig.',
    unit: 'Monate',
    group: flow,
  },
  requestUrgentDays: {
    label: 'Anfrage gilt als dringend',
    hint: 'So lange darf eine Anfrage ohne Zuständigkeit warten.',
    unit: 'Tage',
    group: flow,
  },
  consentWarningDays: {
    label: 'Einwilligung läuft aus',
    hint: 'So früh wird vor dem Ende einer Einwilligung erinnert.',
    unit: 'Tage',
    group: flow,
  },
  consentMonths: {
    label: 'Geltungsdauer einer Einwilligung',
    hint: 'So lange gilt eine Einwilligung, wenn nichts anderes gewählt wird.',
    unit: 'Monate',
    group: flow,
  },
  referralReminderDays: {
    label: 'Erinnerung an einen Verweis',
    hint: 'So lange darf eine Stelle nicht antworten, bis sie erinnert wird.',
    unit: 'Tage',
    group: flow,
  },
  referralReturnDays: {
    label: 'Verweis ohne Antwort kommt zurück',
    hint: 'So lange nach dem Abschicken steht ein Verweis ohne Antwort wieder bei Ihnen in „Mein Tag“.',
    unit: 'Tage',
    group: flow,
  },
  duplicateNamesCoordinator: {
    label: 'Bei einer möglichen Akte an anderer Stelle die Koordination nennen',
    hint: 'Sonst wird die KIM-Stelle des Kreises genannt. Der Name der Koordination lässt erkennen, wer die Akte beaufsichtigt.',
    group: flow,
  },
  secondPersonByOversight: {
    label: 'Zweite Person aus der Fachaufsicht, wenn ein Träger nur eine Fachkraft hat',
    hint: 'Vor einer Übermittlung ohne Einwilligung. Die Koordination liest dann Anlass und Inhalt ohne Fall und Namen. Ohne das ist sie für einzelne Fachkräfte in Lotse nicht möglich.',
    group: flow,
  },
  aftercareMonths: {
    label: 'Nachsorge',
    hint: 'So lange nach dem Abschluss bleibt die Akte offen; danach wird sie eingeschränkt.',
    unit: 'Monate',
    group: flow,
  },
  callbackNumberDays: {
    label: 'Löschung der Rückrufnummer',
    hint: 'So lange bleibt die Rückrufnummer einer Anfrage gespeichert.',
    unit: 'Tage',
    group: protection,
  },
  withdrawnRequestDays: {
    label: 'Löschung einer zurückgezogenen Anfrage',
    hint: 'So lange sieht der Standort, dass eine Partnerstelle ihre Anfrage zurückgezogen hat. Name, Rückrufnummer und Anliegen sind sofort gelöscht.',
    unit: 'Tage',
    group: protection,
  },
  suppressionThreshold: {
    label: 'Kleinste sichtbare Gruppe in Auswertungen',
    hint: 'Zahlen unter diesem Wert werden verdeckt.',
    unit: 'Personen',
    group: protection,
  },
  oralConsent: {
    label: 'Mündliche Einwilligung',
    hint: 'Ein heißt: Eine Einwilligung kann auch mündlich vor einer Zeugin oder einem Zeugen erteilt werden.',
    group: protection,
  },
  withoutStatusForPublicEmployers: {
    label: 'Wert „ohne Status“ bei öffentlichen Anstellungsträgern',
    hint: 'Öffentliche Stellen können verpflichtet sein, die Ausländerbehörde zu unterrichten (§ 87 AufenthG). Aus heißt: Der Wert steht nicht zur Wahl; beraten wird anonym oder durch eine nichtöffentliche Stelle.',
    group: protection,
  },
  departureAsClosureReason: {
    label: 'Ausreise als Abschlussgrund',
    hint: 'Aus heißt: Abschlussgründe nennen keine Ausreise (§ 87 AufenthG).',
    group: protection,
  },
  minimumFteB1: {
    label: 'Kleinster Stellenanteil in der Koordination',
    hint: 'Keine Stelle in Baustein 1 soll kleiner sein.',
    unit: 'Stellen',
    group: positions,
  },
  kreisShareB2: {
    label: 'Mindestanteil des Kreises am Case Management',
    hint: 'Der übrige Teil kann bei Städten, Gemeinden und freien Trägern liegen.',
    percent: true,
    group: positions,
  },
  individualShare: {
    label: 'Anteil der Einzelfallarbeit',
    hint: 'Der Rest gehört der Arbeit an Strukturen. Der Wert beschreibt Stellen, er misst niemanden.',
    percent: true,
    group: positions,
  },
}

/** A setting by its key, also one of those kept as a whole; other names stay as they are. */
export const settingName = (key: string): string =>
  (settingWords as Readonly<Record<string, SettingWords>>)[key]?.label ?? statements[key] ?? key

const statements: Readonly<Record<string, string>> = {
  namingSet: 'Bezeichnungen',
  publication: 'Förderhinweis',
  assessmentScale: 'Skala des Assessments',
  district: 'Angaben zum Kreis',
  sources: 'Quellen',
  remarks: 'Bemerkungen',
  professionalOversight: 'Regeln der Fachaufsicht',
}
