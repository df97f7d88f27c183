export { retentionJob, type Retention } from './retention-job.ts'
