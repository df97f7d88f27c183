export { themeAgendaSources } from './agenda-source.ts'
export { themeRoutes } from './routes.ts'
export { themeTexts } from './texts.ts'
