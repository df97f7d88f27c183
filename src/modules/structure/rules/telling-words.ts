/** Words that PostgreSQL's list of German stop words leaves in and that say nothing about what a barrier is. */
const fillers = new Set(
  (
    'aber allerdings also anders bald bereits bisher bleiben bleibt bekommen bekommt braucht brauchen dabei dafür daher danach dann ' +
    'dauert davor dazu deshalb direkt dort eher eigentlich einfach einmal endlich erst erste ersten etwa etwas fast frei früh ' +
    'frühestens ganz gar geben geht genau genug gibt gleich gleichzeitig gut halt heute immer inzwischen jetzt kaum kam kommen ' +
    'kommt lang lange leider liegt macht machen mehr mehrere mehrfach meist muss müssen nimmt noch nun nur oft ohne regelt sagt ' +
    'sehen sehr seit selbst sofort sollte sonst später statt steht trotzdem überall viel viele vielleicht vorher wann war waren ' +
    'warten weil weiter weitere wenig wenn wer wieder will wird wurde wurden zudem zuerst zuletzt zwar zweimal'
  ).split(' '),
)

/** The words that tell why two barriers are alike; all of them where only fillers are shared. */
export function tellingWords(words: readonly string[]): string[] {
  const unique = [...new Set(words)]
  const telling = unique.filter((word) => !fillers.has(word.toLowerCase()))
  return telling.length > 0 ? telling : unique
}
