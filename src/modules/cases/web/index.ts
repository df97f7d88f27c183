export { cases } from './files/index.ts'
export { requests } from './requests/index.ts'
