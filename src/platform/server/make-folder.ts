import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from './cli/operator-error.ts'

const reasons: Record<string, string> = {
  EACCES: 'keine Berechtigung',
  EPERM: 'keine Berechtigung',
  EROFS: 'nur lesbar',
  ENOSPC: 'Datenträger voll',
  ENOTDIR: 'dort liegt eine Datei',
  EEXIST: 'dort liegt eine Datei',
}

/** Creates a folder and makes sure it can be written to. Throws OperatorError naming `variable`. */
export function makeFolder(folder: string, mode: number, variable = 'DATA_DIR'): void {
  try {
    // The umask of the shell may be stricter than what the database's user needs.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, mode)
    // mkdir succeeds on an existing folder that cannot be written; this does not.
    const probe = join(folder, `.schreibprobe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new OperatorError(
      `In den Ordner ${folder} kann nicht geschrieben werden (${reasons[code] ?? code}). Geben Sie dem Benutzer ` +
        `Schreibrechte oder nennen Sie mit ${variable} einen anderen Ordner.`,
      { exitCode: 5, cause },
    )
  }
}
