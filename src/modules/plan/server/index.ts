export { planDaySources } from './day-source.ts'
export { planRoutes } from './routes.ts'
export { planTexts } from './texts.ts'
export { planScreen } from './screens.ts'
