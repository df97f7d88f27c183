export { contactDaySources } from './day-source.ts'
export { contactRoutes } from './routes.ts'
export { contactTexts } from './texts.ts'
export { listContacts, listContactsOfPeriod } from './screens.ts'
