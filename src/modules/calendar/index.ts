export * from './contract/task.ts'
export { DayItem, DayView, dayEndpoints, daySections } from './contract/day.ts'
