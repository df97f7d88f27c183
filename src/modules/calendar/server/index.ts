export { calendarRoutes } from './day-routes.ts'
export { dayRows, type DayRow, type DaySource } from './day-source.ts'
export { calendarDaySources } from './day-sources.ts'
export { calendarTexts } from './texts.ts'
