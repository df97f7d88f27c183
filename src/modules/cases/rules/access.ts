export const REASON_HOURS = 72

export type ClearAccessRefusal =
  | 'clearAccessOtherEmployer'
  | 'clearAccessSecrecy'
  | 'clearAccessNotOverseen'
  | 'clearAccessTooLong'
  | 'clearAccessPast'

/**
 * Why a coordinator's stated reason opens nothing, or null (R009, § 203 StGB): only under own oversight, only inside
 * the employer that keeps the file, never where § 203 is marked, at most 72 hours.
 */
export function whyNotForReason(
  wish: { hours: number },
  file: { overseen: boolean; sameEmployer: boolean; secrecy203: boolean },
): ClearAccessRefusal | null {
  if (!file.overseen) return 'clearAccessNotOverseen'
  if (!file.sameEmployer) return 'clearAccessOtherEmployer'
  if (file.secrecy203) return 'clearAccessSecrecy'
  return wish.hours > REASON_HOURS ? 'clearAccessTooLong' : null
}

export interface Access {
  readonly basis: 'assignment' | 'deputy' | 'oversight' | 'release' | 'teamConsent' | 'reason'
}

/** Why somebody sees a case: the sentence, and what it rests on. */
export const accessReasons: Readonly<Record<Access['basis'], { sentence: string; source: string }>> = {
  assignment: {
    sentence: 'ist für diesen Fall zuständig und arbeitet mit der ganzen Akte.',
    source: 'Zuweisung des Falls',
  },
  deputy: {
    sentence: 'vertritt die zuständige Person und arbeitet in dieser Zeit mit der ganzen Akte.',
    source: 'eingetragene Vertretung (R060)',
  },
  oversight: {
    sentence:
      'führt die Fachaufsicht und sieht nur strukturierte Daten: keine Namen, keine Texte, keine Dokumente.',
    source: 'Fachaufsicht (R009)',
  },
  release: {
    sentence: 'liest die freigegebenen Teile.',
    source: 'Freigabe durch die fallführende Person',
  },
  teamConsent: {
    sentence: 'liest die Akte, weil die ratsuchende Person der Arbeit im KIM-Team zugestimmt hat.',
    source: 'Einwilligung, die das KIM-Team nennt',
  },
  reason: {
    sentence: 'liest die genannten Teile aus einem festgehaltenen Grund für höchstens 72 Stunden.',
    source: 'Grund aus der geschlossenen Liste; gemeldet an die fallführende Person',
  },
}
