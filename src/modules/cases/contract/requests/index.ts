export * from './codes.ts'
export * from './endpoints.ts'
export * from './partner.ts'
export * from './views.ts'
