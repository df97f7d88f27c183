export { barrierDaySources } from './day-source.ts'
export { barrierRoutes } from './routes.ts'
export { barrierTexts } from './texts.ts'
