import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'
import type { TextLanguage } from '../contract/codes.ts'
import type { Plan } from '../contract/plan.ts'
import { whyNotAgreeable } from '../rules/why-not.ts'
import { AgreementActions } from './agreement-actions.tsx'
import { AgreementPaper } from './agreement-paper.tsx'
import { EndAgreementForm } from './end-agreement-form.tsx'
import { LanguageSelect, useTextLanguage } from './language-select.tsx'
import { ScanForm } from './scan-form.tsx'
import { SignatureForm } from './signature-form.tsx'
import { useAgreementDocument } from './use-agreement-document.ts'
import type { PlanChange } from './use-plan-change.ts'
import { firstShown, PREVIEW, versionOptions } from './versions.ts'

/** The agreement beside the plan, as printed: make a version, sign it, print it, look at earlier ones. */
export function AgreementPanel({ plan, change }: { plan: Plan; change: PlanChange }): ReactElement {
  const [chosen, setChosen] = useState<string>()
  const [language, setLanguage] = useTextLanguage(plan)
  const options = versionOptions(plan)
  const shown = options.some((option) => option.value === chosen) ? chosen! : firstShown(plan)
  const draft = () =>
    change.run(async () => {
      const made = await call(agreementEndpoints.draft, {
        params: { id: plan.caseId },
        body: { language: language || null },
      })
      setChosen(made.id)
      toast(`Fassung ${made.number} angelegt. Drucken Sie sie aus oder halten Sie die Unterschrift fest.`)
    })
  const reason = whyNotAgreeable(plan.goals)
  return (
    <section className="lt-stack" aria-labelledby="plan-agreement">
      <h2 className="kern-title" id="plan-agreement">
        Integrationsvereinbarung
      </h2>
      {options.length > 1 && (
        <Select
          id="plan-version"
          label="Fassung"
          options={options}
          value={shown}
          onChange={(value) => setChosen(value || undefined)}
        />
      )}
      {shown === PREVIEW ? (
        <>
          <LanguageSelect id="plan-language" value={language} onChange={setLanguage} />
          {plan.can.includes('write') && (
            <div className="lt-actions">
              <Button
                variant="primary"
                busy={change.mutation.isPending}
                disabledReason={reason ? 'Dafür braucht der Plan mindestens ein offenes Ziel.' : undefined}
                onClick={draft}
              >
                Vereinbarung anlegen
              </Button>
            </div>
          )}
          <Sheet plan={plan} agreement={undefined} language={language || null} />
        </>
      ) : (
        <Version key={shown} plan={plan} id={shown} change={change} />
      )}
    </section>
  )
}

function Version({ plan, id, change }: { plan: Plan; id: string; change: PlanChange }): ReactElement {
  const [open, setOpen] = useState<'sign' | 'end' | 'scan'>()
  const view = useView(agreementEndpoints.read, { params: { id } })
  const close = () => setOpen(undefined)
  const done = (text: string) => {
    close()
    toast(text)
    void change.refresh()
  }
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return (
    <>
      <AgreementActions
        agreement={view.data}
        onSign={() => setOpen('sign')}
        onEnd={() => setOpen('end')}
        onScan={() => setOpen('scan')}
      />
      {open === 'scan' && (
        <ScanForm
          agreement={view.data}
          onDone={() => done('Scan mit der Vereinbarung verbunden')}
          onCancel={close}
        />
      )}
      <Sheet plan={plan} agreement={view.data} language={null} />
      <Dialog open={open === 'sign'} onClose={close} title="Unterschrift festhalten" wide>
        <SignatureForm
          agreement={view.data}
          language={plan.language}
          onDone={() => done('Unterschrift festgehalten')}
          onCancel={close}
        />
      </Dialog>
      <Dialog open={open === 'end'} onClose={close} title="Vereinbarung beenden">
        <EndAgreementForm
          agreement={view.data}
          onDone={() => done('Vereinbarung beendet')}
          onCancel={close}
        />
      </Dialog>
    </>
  )
}

interface SheetProps {
  plan: Plan
  agreement: AgreementView | undefined
  language: TextLanguage | null
}

function Sheet({ plan, agreement, language }: SheetProps): ReactElement {
  const { document, other, error } = useAgreementDocument(plan, agreement, language)
  if (!plan.can.includes('readTexts')) {
    return <p className="kern-body">Den Wortlaut sieht nur, wer den Fall führt.</p>
  }
  return (
    <>
      <ProblemAlert error={error} />
      {other && !other.checked && (
        <Alert tone="info" title="Übersetzung noch nicht geprüft">
          <p className="kern-body">
            Die festen Texte in dieser Sprache hat noch niemand geprüft, der sie als Muttersprache spricht. Es
            gilt der deutsche Text; lesen Sie ihn mit Sprachmittlung vor.
          </p>
        </Alert>
      )}
      {document && <AgreementPaper document={document} />}
    </>
  )
}
