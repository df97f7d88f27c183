export { contactRoutes } from './routes.ts'
export { contactTexts } from './texts.ts'
