import { runDriverLoop } from './driver-loop.ts'
import { hasPgbench, runPgbench } from './pgbench.ts'

const hasIt = await hasPgbench()

/** Transactions a second of the same statements without a server, from 10 clients. */
export const databaseAlone = hasIt ? runPgbench : runDriverLoop

/** What they come from. */
export const comparison = hasIt ? 'pgbench' : 'Treiber allein'
