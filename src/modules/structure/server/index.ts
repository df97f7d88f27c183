export { leaveThemes, takeIntoTheme } from './barriers-in-themes.ts'
export { structureRoutes } from './routes.ts'
export { structureTexts } from './texts.ts'
