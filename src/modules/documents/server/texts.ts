/** German sentences of the refusal codes of documents. */
export const documentTexts: Readonly<Record<string, string>> = {
  documentEmpty: 'Die Datei ist leer.',
  documentUnknownType:
    'Diese Art von Datei kann nicht abgelegt werden. Erlaubt sind PDF, Bilder (PNG, JPEG) und einfacher Text. Ein Office-Dokument speichern Sie bitte als PDF.',
  documentMarkup:
    'Die Datei enthält Befehle für Browser oder Programme (zum Beispiel HTML oder SVG). Bitte speichern Sie sie als PDF.',
  documentBroken:
    'Die Datei ist beschädigt oder unvollständig. Bitte scannen oder speichern Sie sie noch einmal.',
  documentPolyglot:
    'In der Datei steckt noch eine andere Datei. Bitte drucken Sie sie neu als PDF und laden Sie diese hoch.',
  documentActive:
    'Das PDF enthält Programme oder angehängte Dateien. Bitte drucken Sie es neu als PDF (»Als PDF drucken«) und laden Sie dieses hoch.',
  documentEncrypted:
    'Das PDF ist mit einem Kennwort geschützt und kann nicht geprüft werden. Bitte speichern Sie es ohne Kennwort.',
  documentOpaque:
    'Teile des PDF lassen sich nicht prüfen. Bitte drucken Sie es neu als PDF (»Als PDF drucken«) und laden Sie dieses hoch.',
  documentInfected: 'Der Virenscanner hat in der Datei etwas gefunden. Sie wurde nicht gespeichert.',
  scannerUnavailable:
    'Der Virenscanner antwortet nicht, deshalb wurde nichts gespeichert. Bitte versuchen Sie es später noch einmal.',
  documentFileMissing:
    'Die Datei ist im Speicher nicht lesbar oder verändert. Bitte wenden Sie sich an Ihre Administration.',
  documentNotOfCase: 'Dieses Dokument gehört nicht zum Fall.',
}
