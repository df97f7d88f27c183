export * from './contract/task.ts'
export { DayItem, DayView, dayEndpoints, daySections, mostNotifications } from './contract/day.ts'
