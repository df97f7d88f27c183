export * from './contract/codes.ts'
export * from './contract/access-parts.ts'
