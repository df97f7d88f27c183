export { requests } from './requests/index.ts'
