import type { ReactElement } from 'react'

import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import type { Plan } from '../contract/plan.ts'
import { AgreementPaper } from './agreement-paper.tsx'
import { LanguageSelect, useTextLanguage } from './language-select.tsx'
import { useAgreementDocument } from './use-agreement-document.ts'
import { firstShown, PREVIEW } from './versions.ts'

/** The agreement as it would be printed, or as it was signed. */
export function SharedAgreement({ plan }: { plan: Plan }): ReactElement {
  const shown = firstShown(plan)
  return shown === PREVIEW ? <PreviewPaper plan={plan} /> : <VersionPaper plan={plan} id={shown} />
}

function PreviewPaper({ plan }: { plan: Plan }): ReactElement {
  const [language, setLanguage] = useTextLanguage(plan)
  const { document, error } = useAgreementDocument(plan, undefined, language || null)
  return (
    <>
      <LanguageSelect id="plan-share-language" value={language} onChange={setLanguage} />
      <ProblemAlert error={error} />
      {document && <AgreementPaper document={document} level={2} />}
    </>
  )
}

function VersionPaper({ plan, id }: { plan: Plan; id: string }): ReactElement {
  const view = useView(agreementEndpoints.read, { params: { id } })
  const { document, error } = useAgreementDocument(plan, view.data, null)
  return (
    <>
      <ProblemAlert error={view.error ?? error} />
      {view.data && document && <AgreementPaper document={document} level={2} />}
    </>
  )
}
