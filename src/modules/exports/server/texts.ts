/** German sentences of the refusal codes of exports. */
export const exportTexts: Readonly<Record<string, string>> = {
  exportNotGranted:
    'Listen dürfen Sie nicht ausgeben. Das Recht dazu vergibt die Administration an einzelne Personen, mit Begründung und auf Zeit.',
  exportsWaiting:
    'Es warten schon fünf Ausgaben. Bitte warten Sie, bis eine fertig ist, oder brechen Sie eine ab.',
  exportNotReady: 'Diese Ausgabe ist noch nicht fertig.',
}
