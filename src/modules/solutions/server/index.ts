export { solutionAgendaSources } from './agenda-source.ts'
export { solutionDaySources } from './day-source.ts'
export { solutionRoutes } from './routes.ts'
export { solutionTexts } from './texts.ts'
