import { codeList, codeSchema } from './code-list.ts'

export const EMPLOYMENT_STATUSES = codeList({
  id: 'EmploymentStatus',
  title: 'Erwerb',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'unableToWork', label: 'nicht erwerbsfähig' },
    { code: 'seekingWork', label: 'arbeitsuchend' },
    { code: 'marginal', label: 'geringfügig beschäftigt' },
    { code: 'partTime', label: 'Teilzeit' },
    { code: 'fullTime', label: 'Vollzeit' },
    { code: 'selfEmployed', label: 'selbständig' },
    { code: 'apprenticeship', label: 'Ausbildung' },
    { code: 'school', label: 'Schule' },
    { code: 'university', label: 'Studium' },
    { code: 'integrationCourse', label: 'Integrationskurs' },
    { code: 'vocationalLanguageCourse', label: 'Berufssprachkurs' },
    { code: 'measure', label: 'Maßnahme' },
  ],
})

export const EmploymentStatus = codeSchema(EMPLOYMENT_STATUSES)
