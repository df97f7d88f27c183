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
    to: '/verwaltung/organisationen',
    label: 'Organisationen und Stellen',
    text: 'Kreis, Städte, Träger und ihre Stellen; wer Case Management anstellt.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/standorte',
    label: 'Standorte und Sprechzeiten',
    text: 'Wo man hinkommen kann, und wann.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/stellenplan',
    label: 'Stellenplan',
    text: 'Zeilen mit Anteil, Anstellungsträger und Besetzung, und was noch fehlt.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/gebiet',
    label: 'Bezirke und Kommunen',
    text: 'Welche Kommune seit wann zu welchem Bezirk gehört.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/zielgruppen',
    label: 'Zielgruppen',
    text: 'Für wen KIM da ist, je Kommune und in Fassungen.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/bezeichnungen',
    label: 'Bezeichnungen, Förderhinweis und Skala',
    text: 'Wie der Kreis etwas nennt, was auf Veröffentlichungen steht, die Worte der Skala.',
    right: 'tenancy.edit',
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
    to: '/verwaltung/abweichungen',
    label: 'Abweichungen von der Datei',
    text: 'Was in Lotse anders steht als in der Datei des Kreises; je Eintrag wählen.',
    right: 'tenancy.edit',
  },
  {
    to: '/verwaltung/aenderungen',
    label: 'Änderungen an der Konfiguration',
    text: 'Was wann geändert wurde.',
    right: 'tenancy.edit',
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
