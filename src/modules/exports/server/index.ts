export { exportsJob } from './exports-job.ts'
export { exportRoutes, type ExportDeps } from './routes.ts'
export { exportTexts } from './texts.ts'
