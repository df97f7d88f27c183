export * from './contract/codes.ts'
export { gateEndpoints, impulseEndpoints, problemEndpoints } from './contract/endpoints.ts'
