import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whom PostgreSQL runs as. It refuses root, so under root it is `nobody`; otherwise whoever started Lotse. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const passwd = readPasswd()
  const nobody = passwd.find((fields) => fields[0] === 'nobody')
  return { uid: Number(nobody?.[2] ?? 65534), gid: Number(nobody?.[3] ?? 65534) }
}

/** Runs a program as that user to its end; never throws for a failing program, only `code` tells. */
export function runAs(
  user: ServerUser,
  file: string,
  args: readonly string[],
  options: { env?: Record<string, string>; detached?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    // Its own session (`detached`) keeps Ctrl-C at the terminal away; a server that outlives pg_ctl keeps the
    // pipe open, hence 'exit' and no pipe at all for a detached one.
    const child = spawn(file, [...args], {
      ...user,
      cwd: '/',
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', ...options.env },
      stdio: options.detached ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      detached: options.detached ?? false,
    })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on(options.detached ? 'exit' : 'close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Can that user enter the folder? Asks the system, because every folder above counts. */
export async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  if (user.uid === undefined) return true
  return (await runAs(user, '/bin/sh', ['-c', 'test -x "$1" && test -r "$1"', 'sh', folder])).code === 0
}

function readPasswd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
  } catch {
    return []
  }
}
