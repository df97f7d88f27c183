/** German sentences of the refusal codes of case files. */
export const caseTexts: Readonly<Record<string, string>> = {
  caseReadOnly: 'Sie können diesen Fall lesen, aber nicht bearbeiten.',
  caseClosed: 'Der Fall ist abgeschlossen. Zum Bearbeiten nehmen Sie ihn bitte wieder auf.',
  basisMissing:
    'Für diese Angaben fehlt noch die Rechtsgrundlage. Bitte informieren Sie die Person und halten Sie die Grundlage fest.',
}
