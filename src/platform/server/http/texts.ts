/** German sentences of the platform's own refusal codes. Modules add theirs through `createApp({ texts })`. */
export const platformTexts: Readonly<Record<string, string>> = {
  invalidInput: 'Bitte prüfen Sie die markierten Angaben.',
  unknownReference:
    'Ein Eintrag, auf den sich Ihre Angaben beziehen, ist nicht mehr da. Bitte laden Sie die Seite neu und wählen Sie ihn noch einmal.',
  malformed: 'Die Anfrage war nicht lesbar. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  unauthenticated: 'Bitte melden Sie sich an. Ihre Eingaben bleiben erhalten.',
  forbidden:
    'Dafür fehlt Ihnen das Recht. Wenn Sie es für Ihre Arbeit brauchen, wenden Sie sich an Ihre Administration.',
  mustChangePassword: 'Bitte ändern Sie zuerst Ihr Kennwort.',
  notFound: 'Das wurde nicht gefunden, oder Sie haben keinen Zugang dazu.',
  stale:
    'Die Angaben wurden inzwischen von jemand anderem geändert. Ihre Eingabe ist nicht verloren: Vergleichen Sie beide Fassungen.',
  ifMatchMissing: 'Es fehlt die Angabe, welche Fassung geändert werden soll (If-Match).',
  idempotencyMismatch:
    'Dieser Vorgang wurde mit anderen Angaben schon gespeichert. Bitte laden Sie die Seite neu.',
  crossOrigin: 'Die Anfrage kam von einer fremden Seite und wurde abgelehnt.',
  notJson: 'Diese Schnittstelle nimmt nur JSON entgegen.',
  notAFile: 'Hier wird eine Datei erwartet (multipart/form-data).',
  tooLarge: 'Die Datei oder Anfrage ist zu groß.',
  tooMany: 'Zu viele Anfragen in kurzer Zeit. Bitte warten Sie einen Moment.',
  databaseUnavailable:
    'Die Datenbank ist gerade nicht erreichbar. Ihre Eingabe ist nicht verloren; bitte versuchen Sie es gleich noch einmal.',
  storageFull:
    'Der Speicherplatz des Servers ist voll. Lesen geht weiter; speichern lässt sich erst wieder, wenn die Administration Platz geschaffen hat. Ihre Eingabe ist nicht verloren.',
  overloaded: 'Der Server ist gerade ausgelastet. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
  internal: 'Das hat nicht geklappt. Bitte nennen Sie der Administration die Vorgangsnummer.',
  duplicate: 'Das gibt es schon.',
  methodNotAllowed: 'Diese Adresse kennt diesen Vorgang nicht.',
}
