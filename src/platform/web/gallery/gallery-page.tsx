import { useState, type ReactElement } from 'react'

import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Day } from '../ui/day.tsx'
import { DescriptionList } from '../ui/description-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { Menu } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Progress } from '../ui/progress.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { Table, type Sort } from '../ui/table.tsx'
import { TabLinks } from '../ui/tab-links.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { toast } from '../ui/toast.ts'
import { Why } from '../ui/why.tsx'
import { GalleryForm } from './gallery-form.tsx'

const AT = '2026-11-21T09:42:00Z'

export function GalleryPage(): ReactElement {
  const [open, setOpen] = useState<'sheet' | 'dialog'>()
  const close = () => setOpen(undefined)
  return (
    <Page
      title="Bausteine"
      breadcrumb={[{ label: 'Anfang', to: '/' }, { label: 'Bausteine' }]}
      intro={<Badge tone="info">Entwicklung</Badge>}
      actions={
        <>
          <Button variant="primary" icon="add" onClick={() => setOpen('sheet')}>
            Blatt öffnen
          </Button>
          <Button onClick={() => setOpen('dialog')}>Frage stellen</Button>
          <Menu
            label="Mehr"
            icon="more"
            items={[
              { label: 'Drucken', icon: 'print' },
              { label: 'Teilen', icon: 'share' },
            ]}
          />
        </>
      }
    >
      <TabLinks
        label="Teile"
        links={[
          { to: '/', label: 'Überblick', exact: true },
          { to: '/$name', params: { name: 'lists' }, label: 'Listen', count: 3 },
        ]}
      />
      <Messages />
      <Shown />
      <Lists />
      <GalleryForm idPrefix="page" />
      <Sheet open={open === 'sheet'} onClose={close} title="Kontakt erfassen">
        <GalleryForm idPrefix="sheet" />
      </Sheet>
      <ConfirmDialog
        open={open === 'dialog'}
        title="Eintrag löschen?"
        confirm="Löschen"
        danger
        onConfirm={close}
        onCancel={close}
      >
        <p className="kern-body">Das lässt sich nicht zurücknehmen.</p>
      </ConfirmDialog>
    </Page>
  )
}

function Messages(): ReactElement {
  return (
    <div className="lt-stack">
      <Alert tone="info" title="Ein Hinweis">
        <p className="kern-body">Mit einem Satz dazu.</p>
      </Alert>
      <Alert tone="success" title="Gespeichert" />
      <Alert tone="warning" title="Bitte prüfen" />
      <Alert tone="danger" title="Der Server ist nicht erreichbar." />
      <Notice title="Bitte nur mit Wissen der Person fragen" source="Beispielregel">
        Diese Angabe kann Folgen haben.
      </Notice>
      <div className="lt-actions">
        <Button variant="primary">Haupttat</Button>
        <Button>Nebentat</Button>
        <Button variant="tertiary">Leise</Button>
        <Button variant="danger">Löschen</Button>
        <Button busy>Läuft</Button>
        <Button disabledReason="Es fehlt noch die Einwilligung.">Gesperrt</Button>
        <Button icon="edit" iconOnly>
          Bearbeiten
        </Button>
        <Button size="small" onClick={() => toast('Kontakt gespeichert')}>
          Meldung zeigen
        </Button>
        <Link to="/cards">Ein Verweis</Link>
      </div>
    </div>
  )
}

function Shown(): ReactElement {
  const [tab, setTab] = useState('one')
  return (
    <div className="lt-columns">
      <Card
        title="Ein Fall"
        end={<Badge tone="warning">wartet</Badge>}
        footer={<Button size="small">Öffnen</Button>}
      >
        <DescriptionList
          items={[
            { term: 'Zuständig', value: 'Alex Beispiel' },
            { term: 'Letzter Kontakt', value: <Day at="2026-11-18" relative /> },
            { term: 'Vertretung', value: undefined },
          ]}
        />
        <Progress label="Besprochen" value={3} max={9} text="3 von 9" />
        <SavedAt at={AT} />
        <Why source="Beispielquelle">Weil es so vereinbart ist.</Why>
      </Card>
      <Card title="Verlauf">
        <Stepper
          label="Phasen"
          steps={[
            { key: 'a', label: 'Klärung', state: 'done' },
            { key: 'b', label: 'Planung', state: 'current', note: 'seit 12.10.' },
            { key: 'c', label: 'Abschluss', state: 'open' },
          ]}
        />
        <Tabs
          label="Teile"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { key: 'one', label: 'Überblick', content: <p>Erster Teil</p> },
            { key: 'two', label: 'Aufgaben', count: 4, content: <p>Zweiter Teil</p> },
          ]}
        />
      </Card>
    </div>
  )
}

const rows = [
  { id: '1', name: 'Ağaoğlu, Şükrü (1985)', town: 'Voerde', since: '2026-11-18', waiting: 3 },
  { id: '2', name: 'Nguyễn, Thị Ánh (1990)', town: 'Dinslaken', since: '2026-11-02', waiting: 19 },
  { id: '3', name: 'Škvorecký, Łucja (2001)', town: 'Kamp-Lintfort', since: '2026-10-21', waiting: 31 },
]

function Lists(): ReactElement {
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'asc' })
  return (
    <div className="lt-stack">
      <Table
        caption="Fälle"
        columns={[
          { key: 'name', header: 'Name', cell: (row) => <Link to="/cards">{row.name}</Link>, sortable: true },
          { key: 'town', header: 'Ort', cell: (row) => row.town },
          { key: 'since', header: 'Seit', cell: (row) => <Day at={row.since} />, sortable: true },
          { key: 'waiting', header: 'Tage', cell: (row) => row.waiting, align: 'end' },
          { key: 'do', header: 'Aktion', cell: () => <Button size="small">Übernehmen</Button>, action: true },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
      />
      <Pager shown={3} hasMore loading={false} onMore={() => {}} />
      <EmptyState title="Für heute ist alles erledigt">Nächste Frist: 24.11.2026</EmptyState>
    </div>
  )
}
