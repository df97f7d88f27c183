export { watchSpace } from './watch-space.ts'
export { createFileStore, type FileStore } from './file-store.ts'
export { ScannerUnavailable, scanWithClamd, type ClamdAddress } from './scan-with-clamd.ts'
