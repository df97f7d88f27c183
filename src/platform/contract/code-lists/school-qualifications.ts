import { codeList, codeSchema } from './code-list.ts'

export const SCHOOL_QUALIFICATIONS = codeList({
  id: 'SchoolQualification',
  title: 'Schulabschluss',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'none', label: 'kein Abschluss' },
    { code: 'lowerSecondary', label: 'Hauptschulabschluss' },
    { code: 'intermediate', label: 'mittlerer Abschluss' },
    { code: 'technicalUniversityEntrance', label: 'Fachhochschulreife' },
    { code: 'universityEntrance', label: 'Abitur' },
    { code: 'foreignUnclassified', label: 'ausländischer Abschluss, nicht zugeordnet' },
  ],
})

export const SchoolQualification = codeSchema(SCHOOL_QUALIFICATIONS)
