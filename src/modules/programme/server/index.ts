export { programmeDaySources } from './day-source.ts'
export { programmeRoutes } from './routes.ts'
export { programmeTexts } from './texts.ts'
export { programmeFiles } from './versions.ts'
