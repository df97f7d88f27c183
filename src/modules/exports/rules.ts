/** So many may wait at once; a person who needs more has pressed the button too often. */
export const mostOpen = 5
/** Longer lists are no work with cases any more; `ExportReason.tooManyRows` tells what to do. */
export const mostRows = 50_000

export interface OpenExports {
  /** Of the same person, waiting or running. */
  readonly open: number
  readonly kind: 'caseFile' | 'cases' | 'contacts' | 'tasks'
  /** Whether the person may take lists out now. */
  readonly granted: boolean
}

/** Why an export may not be asked for: lists need the grant of an administrator, and nobody fills the queue. */
export function whyNotExport({
  open,
  kind,
  granted,
}: OpenExports): 'exportNotGranted' | 'exportsWaiting' | null {
  if (kind !== 'caseFile' && !granted) return 'exportNotGranted'
  return open >= mostOpen ? 'exportsWaiting' : null
}

/** What may be done with an export in this state. */
export function actionsOf(
  state: 'waiting' | 'running' | 'done' | 'failed' | 'refused' | 'cancelled',
): ('download' | 'cancel' | 'remove')[] {
  if (state === 'waiting' || state === 'running') return ['cancel']
  return state === 'done' ? ['download', 'remove'] : []
}
