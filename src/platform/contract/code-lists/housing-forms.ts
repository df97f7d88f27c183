import { codeList, codeSchema } from './code-list.ts'

export const HOUSING_FORMS = codeList({
  id: 'HousingForm',
  title: 'Wohnform',
  source: 'Own list, code-lists.md 7.5',
  entries: [
    { code: 'stateAccommodation', label: 'Landesunterkunft' },
    { code: 'municipalAccommodation', label: 'kommunale Gemeinschaftsunterkunft' },
    { code: 'transitionalFlat', label: 'Übergangswohnung' },
    { code: 'privateFlat', label: 'private Wohnung' },
    { code: 'withAcquaintances', label: 'bei Bekannten' },
    { code: 'homeless', label: 'wohnungslos' },
  ],
})

export const HousingForm = codeSchema(HOUSING_FORMS)
