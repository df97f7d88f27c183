export * from './contract/codes.ts'
export * from './contract/contact.ts'
export type { OwnWork } from './contract/own-work.ts'
export { contactEndpoints } from './contract/endpoints.ts'
