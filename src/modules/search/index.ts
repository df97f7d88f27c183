export { searchEndpoints } from './contract/search.ts'
