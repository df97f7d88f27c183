export { themeAgendaSources } from './agenda-source.ts'
export { moveDecidedTheme } from './on-decided.ts'
export { themeRoutes } from './routes.ts'
export { themeTexts } from './texts.ts'
