export * from './contract/codes.ts'
export * from './contract/access-parts.ts'
export * from './contract/requests/index.ts'
