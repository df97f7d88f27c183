import { caseJourney } from './journey/case-journey.ts'
import { districts } from './journey/districts.ts'

caseJourney(districts.find(({ key }) => key === 'warendorf')!)
