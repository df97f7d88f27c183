import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Command } from './platform/server/cli/command.ts'
import { run } from './platform/server/cli/run.ts'

// Compiled code is kept from one start to the next: 0.6 s of processor time less (measured), of which F1's three
// seconds live. Inside the checkout, because in a shared /tmp somebody else could lay code there.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

/** The operator's commands, and the only place that names them. Loaded when called: starting stays quick. */
const commands: Record<string, { help: string; load: () => Promise<Command> }> = {
  start: {
    help: 'start                        startet Lotse; beim ersten Mal werden Datenbank und Oberfläche angelegt',
    load: async () => (await import('./cli/start.ts')).start,
  },
  migrate: {
    help: 'migrate                      bringt die Datenbank auf den Stand dieser Version',
    load: async () => (await import('./platform/server/cli/migrate.ts')).migrate,
  },
  roles: {
    help: 'roles                        gibt das SQL für Rollen und Datenbank auf einem eigenen Server aus',
    load: async () => (await import('./platform/server/cli/roles.ts')).roles,
  },
  'load-district': {
    help: 'load-district <Datei>        richtet einen Kreis nach seiner Konfiguration ein; --overwrite auch über Änderungen in der Anwendung',
    load: async () => (await import('./cli/load-district.ts')).loadDistrictCommand,
  },
  'import-nationalities': {
    help: 'import-nationalities <Datei>   übernimmt die amtliche Liste der Staatsangehörigkeiten (CSV aus XRepository); --edition Datum',
    load: async () => (await import('./cli/import-nationalities.ts')).importNationalitiesCommand,
  },
  'create-user': {
    help: 'create-user --tenant K --login N …   legt die erste Administratorin oder den ersten Administrator eines Kreises an',
    load: async () => (await import('./cli/create-user.ts')).createUserCommand,
  },
  'require-second-factor': {
    help: 'require-second-factor        schreibt allen Konten den zweiten Faktor vor',
    load: async () => (await import('./cli/require-second-factor.ts')).requireSecondFactor,
  },
  demo: {
    help: 'demo                         legt auf einem eigenen, leeren Server fiktive Kreise, Konten und Fälle an',
    load: async () => (await import('./cli/demo.ts')).demo,
  },
  generate: {
    help: 'generate --tenants N --cases N --seed S   erzeugt fiktive Fälle zum Messen',
    load: async () => (await import('./cli/generate.ts')).generateCommand,
  },
  'verify-audit': {
    help: 'verify-audit [Siegel …]      prüft, ob das Protokoll unverändert ist; Siegel aus früheren Läufen beweisen auch das Ende',
    load: async () => (await import('./cli/verify-audit.ts')).verifyAuditCommand,
  },
  'build-web': {
    help: 'build-web                    baut die Oberfläche, wenn sich etwas geändert hat',
    load: async () => (await import('./platform/server/cli/build-web.ts')).buildWebCommand,
  },
  'dev-test': {
    help: 'dev-test [--full] [Schritt] prüft alles, was die CI prüft (für Entwicklerinnen und Entwickler)',
    load: async () => (await import('./cli/dev-test.ts')).devTest,
  },
}

await run(commands)
