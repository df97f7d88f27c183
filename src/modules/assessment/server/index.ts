export { assessmentRoutes } from './routes.ts'
export { assessmentTexts } from './texts.ts'
export { assessmentScreen } from './screens.ts'
