import { migrate } from '../../src/platform/server/db/migrate.ts'

// A process of its own, so that a fault test can kill it in the middle.
await migrate(process.argv[2]!)
