export { leaveThemes, takeIntoTheme } from './barriers-in-themes.ts'
export { barriersOfGroup } from './groups.ts'
export { structureRoutes } from './routes.ts'
export { structureTexts } from './texts.ts'
