export { refuseImpossibleBirth } from './change-person.ts'
export { createPerson } from './create-person.ts'
export { personRoutes } from './routes.ts'
export { personTexts } from './texts.ts'
