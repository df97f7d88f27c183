export { themeRoutes } from './routes.ts'
export { themeTexts } from './texts.ts'
