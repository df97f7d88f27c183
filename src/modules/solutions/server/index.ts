export { solutionDaySources } from './day-source.ts'
export { solutionRoutes } from './routes.ts'
export { solutionTexts } from './texts.ts'
