export { takeIntoTheme } from './move-barrier.ts'
export { structureRoutes } from './routes.ts'
export { structureTexts } from './texts.ts'
