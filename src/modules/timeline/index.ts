export * from './contract/timeline.ts'
