export * from './contract/codes.ts'
export * from './contract/contact.ts'
export { contactEndpoints } from './contract/endpoints.ts'
