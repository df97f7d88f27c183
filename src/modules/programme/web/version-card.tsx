import { useState, type ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Stepper, type Step } from '../../../platform/web/ui/stepper.tsx'
import { contentLabels, documentStateLabels, outcomeLabels } from '../contract/codes.ts'
import { programmeVersionEndpoints, type VersionView } from '../contract/documents.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { ContentsForm } from './contents-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { FileLink } from './file-link.tsx'
import { useProgrammeAction } from './use-programme-action.ts'
import { VersionFile } from './version-file.tsx'
import { VersionForm } from './version-form.tsx'
import { stateTones, vagueDate } from './words.ts'

type Open = 'change' | 'upload' | 'decide' | 'check' | 'discard' | undefined

/** One version: where it stands on its way, its contents and its file, and the one likely action. */
export function VersionCard({ version }: { version: VersionView }): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const number = `Fassung ${version.number}`
  return (
    <Card
      title={version.asOf === null ? number : `${number}, Stand ${vagueDate(version.asOf)}`}
      end={<Badge tone={stateTones[version.state]}>{documentStateLabels[version.state]}</Badge>}
    >
      <div className="lt-stack">
        <Way version={version} />
        <Facts version={version} />
        {version.contents.length > 0 && <Contents version={version} />}
        {version.file !== null && (
          <FileLink
            href={addressOf(programmeVersionEndpoints.download, { id: version.id })}
            label={`Datei herunterladen (${Math.max(1, Math.round(version.file.size / 1024)).toLocaleString('de-DE')} kB)`}
          />
        )}
        <Buttons version={version} onOpen={setOpen} />
      </div>
      <Dialog open={open === 'change'} onClose={close} title={number}>
        {open === 'change' && <VersionForm version={version} onDone={close} />}
      </Dialog>
      <Dialog open={open === 'upload'} onClose={close} title={`Datei zu ${number}`}>
        {open === 'upload' && <VersionFile id={version.id} onDone={close} />}
      </Dialog>
      <Dialog
        open={open === 'decide'}
        onClose={close}
        title={`Entscheidung: ${version.path[version.next]?.label ?? ''}`}
      >
        {open === 'decide' && <DecisionForm version={version} onDone={close} />}
      </Dialog>
      <Dialog open={open === 'check'} onClose={close} title="Pflichtinhalte prüfen" wide>
        {open === 'check' && <ContentsForm version={version} onDone={close} />}
      </Dialog>
      <Discard version={version} open={open === 'discard'} onClose={close} />
    </Card>
  )
}

function Way({ version }: { version: VersionView }): ReactElement | null {
  if (version.path.length === 0 || version.state === 'discarded') return null
  const steps = version.path.map(({ body, label }, at): Step => {
    const last = version.approvals.findLast((one) => one.body === body)
    const on = last?.decidedOn ? ` am ${formatDate(last.decidedOn)}` : ''
    const number = last?.fileNumber ? `, ${last.fileNumber}` : ''
    return {
      key: body,
      label,
      state:
        at < version.next
          ? 'done'
          : at === version.next && version.state === 'inApproval'
            ? 'current'
            : 'open',
      ...(last ? { note: `${outcomeLabels[last.outcome]}${on}${number}` } : {}),
    }
  })
  return <Stepper label={`Weg der Fassung ${version.number}`} steps={steps} />
}

function Facts({ version }: { version: VersionView }): ReactElement | null {
  const remarks = version.approvals.flatMap(({ bodyLabel, remark }) =>
    remark === null ? [] : [`${bodyLabel}: ${remark}`],
  )
  const items = [
    ...(version.validFrom === null ? [] : [{ term: 'Gültig seit', value: <Day at={version.validFrom} /> }]),
    ...(version.reviewOn === null
      ? []
      : [{ term: 'Nächste Prüfung', value: <Day at={version.reviewOn} relative /> }]),
    ...(version.changes === null ? [] : [{ term: 'Was ist neu?', value: version.changes }]),
    ...(remarks.length === 0 ? [] : [{ term: 'Bemerkungen', value: remarks.join(' · ') }]),
  ]
  return items.length === 0 ? null : <DescriptionList items={items} />
}

function Contents({ version }: { version: VersionView }): ReactElement {
  return (
    <div>
      <h3 className="kern-title kern-title--small">Pflichtinhalte des Landes</h3>
      <DescriptionList
        items={version.contents.map(({ label, outcome, place }) => ({
          term: label,
          value:
            outcome === null
              ? 'noch nicht geprüft'
              : `${contentLabels[outcome]}${place === null ? '' : `: ${place}`}`,
        }))}
      />
    </div>
  )
}

function Buttons({
  version,
  onOpen,
}: {
  version: VersionView
  onOpen: (open: Open) => void
}): ReactElement | null {
  const submit = useProgrammeAction(
    () => call(programmeVersionEndpoints.submit, { params: { id: version.id }, ifMatch: version.version }),
    version.path.length === 0 ? 'Fassung gilt ab heute' : 'Fassung in die Abstimmung gegeben',
  )
  const may = (action: VersionView['can'][number]) => version.can.includes(action)
  if (version.can.length === 0) return null
  return (
    <>
      <ProblemAlert error={submit.error} />
      <div className="lt-actions">
        {may('submit') && (
          <Button variant="primary" busy={submit.isPending} onClick={() => submit.mutate(undefined)}>
            {version.path.length === 0 ? 'Freigeben' : 'In die Abstimmung geben'}
          </Button>
        )}
        {may('decide') && (
          <Button variant="primary" onClick={() => onOpen('decide')}>
            Entscheidung eintragen
          </Button>
        )}
        {may('check') && <Button onClick={() => onOpen('check')}>Pflichtinhalte prüfen</Button>}
        {may('upload') && (
          <Button onClick={() => onOpen('upload')}>
            {version.file ? 'Datei ersetzen' : 'Datei hochladen'}
          </Button>
        )}
        {may('change') && <Button onClick={() => onOpen('change')}>Angaben zur Fassung</Button>}
        {may('review') && <Button onClick={() => onOpen('change')}>Nächste Prüfung ändern</Button>}
        {may('discard') && (
          <Button variant="tertiary" onClick={() => onOpen('discard')}>
            Fassung verwerfen
          </Button>
        )}
      </div>
    </>
  )
}

function Discard(props: { version: VersionView; open: boolean; onClose: () => void }): ReactElement {
  const { version, open, onClose } = props
  const discard = useProgrammeAction(
    () => call(programmeVersionEndpoints.discard, { params: { id: version.id }, ifMatch: version.version }),
    'Fassung verworfen',
  )
  return (
    <ConfirmDialog
      open={open}
      title="Fassung verwerfen?"
      confirm="Fassung verwerfen"
      danger
      busy={discard.isPending}
      onConfirm={() => discard.mutate(undefined, { onSettled: onClose })}
      onCancel={onClose}
    >
      Sie bleibt im Register und lässt sich nicht mehr ändern. Die gültige Fassung bleibt gültig.
    </ConfirmDialog>
  )
}
