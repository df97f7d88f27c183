export { assessmentRoutes } from './routes.ts'
export { assessmentTexts } from './texts.ts'
