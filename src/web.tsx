import { startApp } from './platform/web/start-app.tsx'
import { assessment } from './modules/assessment/web/index.ts'
import { barriers } from './modules/barriers/web/index.ts'
import { calendar } from './modules/calendar/web/index.ts'
import { committees } from './modules/committees/web/index.ts'
import { cases, requests } from './modules/cases/web/index.ts'
import { consent } from './modules/consent/web/index.ts'
import { contacts } from './modules/contacts/web/index.ts'
import { documents } from './modules/documents/web/index.ts'
import { exports } from './modules/exports/web/index.ts'
import { plan } from './modules/plan/web/index.ts'
import { programme } from './modules/programme/web/index.ts'
import { referrals } from './modules/referrals/web/index.ts'
import { search } from './modules/search/web/index.ts'
import { solutions } from './modules/solutions/web/index.ts'
import { identity, staff } from './modules/staff/web/index.ts'
import { structure } from './modules/structure/web/index.ts'
import { tenancy } from './modules/tenancy/web/index.ts'
import { themes } from './modules/themes/web/index.ts'
import { timeline } from './modules/timeline/web/index.ts'

/** The modules of the staff UI. Order does not matter; navigation entries carry their own. */
void startApp({
  identity,
  modules: [
    staff,
    calendar,
    requests,
    cases,
    contacts,
    plan,
    assessment,
    timeline,
    search,
    consent,
    documents,
    referrals,
    committees,
    programme,
    exports,
    solutions,
    themes,
    barriers,
    structure,
    tenancy,
  ],
})
