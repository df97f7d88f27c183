export { planRoutes } from './routes.ts'
export { planTexts } from './texts.ts'
