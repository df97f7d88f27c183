import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTemporary } from '../../embedded/start-temporary.ts'
import { connect } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { listSchema } from './list-schema.ts'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Numbers as PostgreSQL's driver is told to give them in pool.ts: dates and instants are text, int8 is a number. */
const typeMapping = { timestamptz: 'string', tstzrange: 'string', daterange: 'string', int8: 'number' }

function writeTypes(adminUrl: string, file: string): void {
  const program = join(root, 'node_modules/.bin/kysely-codegen')
  const source = ['--dialect', 'postgres', '--url', adminUrl, '--include-pattern', '(public|auth).*']
  const mapping = ['--date-parser', 'string', '--type-mapping', JSON.stringify(typeMapping)]
  const output = ['--out-file', file, '--log-level', 'error']
  execFileSync(process.execPath, [program, ...source, ...mapping, ...output], { stdio: 'inherit', cwd: root })
}

async function writeSchema(adminUrl: string, file: string): Promise<void> {
  const client = await connect(adminUrl)
  try {
    writeFileSync(file, `${(await listSchema(client)).join('\n')}\n`)
  } finally {
    await client.end()
  }
}

/** What is made from the migrated database, by the name the command line knows it by. */
const products = {
  types: { path: 'src/platform/server/db/types.generated.ts', write: writeTypes },
  schema: { path: 'db/schema.txt', write: writeSchema },
} as const

/**
 * `generate.ts [types] [schema] [--check]`: writes both files (or those named) from an empty database with all
 * migrations applied; with `--check` it changes nothing and fails when a file in the tree is another.
 */
async function generate(args: readonly string[]): Promise<number> {
  const check = args.includes('--check')
  const named = Object.keys(products).filter((name) => args.includes(name))
  const names = (named.length > 0 ? named : Object.keys(products)) as (keyof typeof products)[]
  const folder = mkdtempSync(join(tmpdir(), 'lotse-generate-'))
  const embedded = await startTemporary()
  try {
    await migrate(embedded.urls.owner)
    const admin = new URL(embedded.admin)
    admin.pathname = new URL(embedded.urls.owner).pathname
    let different = 0
    for (const name of names) {
      const { path, write } = products[name]
      const fresh = join(folder, `${name}.fresh`)
      await write(admin.href, check ? fresh : join(root, path))
      if (check && readFileSync(fresh, 'utf8') !== readFileSync(join(root, path), 'utf8')) {
        different += 1
        process.stderr.write(`${path} does not fit the migrations: run »npm run db:${name}«.\n`)
      }
    }
    return different === 0 ? 0 : 1
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await generate(process.argv.slice(2))
