export { attachDocument } from './attach-document.ts'
export { documentRoutes, type DocumentDeps } from './routes.ts'
export { sweepFilesJob } from './sweep-files-job.ts'
export { documentTexts } from './texts.ts'
