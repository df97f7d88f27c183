export * from './contract/codes.ts'
export { BarrierView, Named, type BarrierRow } from './contract/barriers.ts'
export { structureEndpoints } from './contract/endpoints.ts'
export { periodLabel } from './rules/period.ts'
