export * from './contract/case-file-parts.ts'
export * from './contract/columns.ts'
export * from './contract/exports.ts'
