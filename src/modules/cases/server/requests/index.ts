export { deleteExpiredRequests } from './delete-expired-requests.ts'
export { markConverted } from './mark-converted.ts'
export { requestRoutes } from './routes.ts'
export { requestTexts } from './texts.ts'
