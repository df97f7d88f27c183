const full = process.env.LOTSE_TEST_COUNTS === 'full'

/** Whether tests leave out nothing for the sake of time. */
export const everything = full

/** Gates in seconds are asked for in `npm run test:full` only: CI machines differ and share their cores. */
export const gatesInSeconds = full

/** How often the fault tests of quality.md §4 do their thing: little in `npm test`, all of it in `test:full`. */
export const counts = {
  /** F1: kills of the server under writers. */
  serverKills: full ? 20 : 3,
  /** F15: kills of a process that migrates. */
  migrationKills: full ? 60 : 3,
  /** F9: edits by parallel editors of one record. */
  parallelEdits: full ? 10_000 : 500,
  /** F8: the same request at once. */
  sameKey: 50,
  /** Random histories of grants whose stored access is compared with the recomputed. */
  accessHistories: full ? 1000 : 80,
  /** BC-01: of the ids that a field is tried with, every n-th beside those of its kind. */
  hiddenIdsInTurn: full ? 1 : 12,
  /** Steps of random histories after which everybody is shown what the model allows. */
  accessSteps: full ? 10_000 : 40,
  /** F10: people whose requests come byte by byte, beside those at work. */
  slowClients: full ? 1000 : 100,
  /** F11: seconds of ten times the load of a peak. */
  overloadSeconds: full ? 30 : 3,
  /** F16: seconds that the database answers nothing. */
  stallSeconds: full ? 30 : 2,
  /** F13: uploads at once that break off at 99 %, and their size. */
  parallelUploads: full ? 100 : 12,
  uploadBytes: full ? 1024 ** 3 : 48 * 1024 ** 2,
  /** F14: fuzzed requests from the OpenAPI schemas. */
  fuzzedRequests: full ? 100_000 : 2_000,
}
