import type { ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { administrationEndpoints } from '../../contract/administration.ts'
import { waitingOf } from './waiting-of.ts'

const pages: readonly { to: string; label: string; text: string; right: string }[] = [
  {
    to: '/verwaltung/konten',
    label: 'Nutzerinnen und Nutzer',
    text: 'Konten anlegen, Aufgaben vergeben, Kennwörter zurücksetzen, Konten stilllegen.',
    right: 'staff.administer',
  },
  {
    to: '/verwaltung/rechte',
    label: 'Wer darf was',
    text: 'Alle Personen mit ihren Aufgaben; Rechtebericht je Person als PDF.',
    right: 'administration.read',
  },
  {
    to: '/verwaltung/fachaufsicht',
    label: 'Fachaufsicht',
    text: 'Welche Koordination führt die Fachaufsicht über wessen Arbeit.',
    right: 'oversight.arrange',
  },
  {
    to: '/vertretungen',
    label: 'Vertretungen',
    text: 'Wer vertritt wen, und bis wann.',
    right: 'deputy.read',
  },
  {
    to: '/verwaltung/kataloge',
    label: 'Kataloge',
    text: 'Die Listen, aus denen Formulare wählen lassen.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/einstellungen',
    label: 'Einstellungen',
    text: 'Fristen, Schwellen und die Vorgaben zum Schutz der Daten.',
    right: 'tenancy.read',
  },
  {
    to: '/verwaltung/einwilligungstexte',
    label: 'Texte für Einwilligungen',
    text: 'Was Ratsuchende lesen und unterschreiben, je Sprache und Fassung.',
    right: 'consentWording.read',
  },
  {
    to: '/verwaltung/datenschutz',
    label: 'Datenschutz und Mitbestimmung',
    text: 'Stellungnahmen zu § 87 AufenthG, Vereinbarungen mit Personal- und Betriebsräten.',
    right: 'protection.read',
  },
  {
    to: '/verwaltung/protokoll',
    label: 'Zugriffe und Protokoll',
    text: 'Freigaben und Zugriffe aus Anlass, das Protokoll nach Art, und ob es unverändert ist.',
    right: 'protection.audit',
  },
]

/** „Verwaltung“: first what waits, then the way to every page. */
export function AdministrationPage(): ReactElement {
  const view = useView(administrationEndpoints.read)
  const { session } = useApp()
  return (
    <Page title="Verwaltung">
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && <Waiting rows={waitingOf(view.data)} />}
      <div className="lt-columns">
        {pages
          .filter((page) => session.rights.has(page.right))
          .map((page) => (
            <Card key={page.to} title={<Link to={page.to}>{page.label}</Link>}>
              <p className="kern-body">{page.text}</p>
            </Card>
          ))}
      </div>
    </Page>
  )
}

function Waiting({ rows }: { rows: ReturnType<typeof waitingOf> }): ReactElement {
  if (rows.length === 0) return <EmptyState title="Hier wartet nichts">Alles ist eingerichtet.</EmptyState>
  return (
    <Card title="Was wartet">
      <ul className="lt-steps">
        {rows.map((row) => (
          <li key={row.to + row.text}>
            <Link to={row.to}>{row.text}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
