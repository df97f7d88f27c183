/** German sentences of the refusal codes of this module. */
export const calendarTexts: Readonly<Record<string, string>> = {
  taskClosed: 'Diese Aufgabe ist schon erledigt oder verworfen. Nehmen Sie sie wieder auf, um sie zu ändern.',
  taskOpen: 'Diese Aufgabe ist schon offen.',
}

/** Sentences that stand at a field of the form. */
export const taskFieldTexts = {
  reminderAfterDue: 'Die Erinnerung liegt nach der Fälligkeit.',
  assigneeNotYours: 'Weitergeben kann diese Aufgabe nur, wer sie angelegt hat.',
  assigneeUnknown: 'Diese Person gibt es nicht, oder sie arbeitet nicht mehr mit Lotse.',
  assigneeWithoutAccess: 'Diese Person bearbeitet den Fall nicht. Wählen Sie jemanden, der ihn bearbeitet.',
} as const
