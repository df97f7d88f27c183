import { useParams } from '@tanstack/react-router'
import { useMemo, type ComponentType, type ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { TabLinks } from '../../../../platform/web/ui/tab-links.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { catalogueEndpoints } from '../../contract/catalogue-entry.ts'
import { tenancyEndpoints } from '../../contract/overview.ts'
import './district.css'
import { AreaPart } from './area-part.tsx'
import { CommitteesPart } from './committees-part.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import type { DistrictPart } from './district-part.ts'
import { ListsPart } from './lists-part.tsx'
import { namesOf } from './names.ts'
import { OrganisationsPart } from './organisations-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import { PositionsPart } from './positions-part.tsx'
import { SitesPart } from './sites-part.tsx'
import { ThemesPart } from './themes-part.tsx'

const parts: readonly { key: string; label: string; Part: ComponentType<DistrictPart> }[] = [
  { key: '', label: 'Überblick', Part: OverviewPart },
  { key: 'gebiet', label: 'Gebiet', Part: AreaPart },
  { key: 'organisationen', label: 'Organisationen', Part: OrganisationsPart },
  { key: 'standorte', label: 'Standorte', Part: SitesPart },
  { key: 'stellen', label: 'Stellen', Part: PositionsPart },
  { key: 'arbeitsweise', label: 'Arbeitsweise', Part: ListsPart },
  { key: 'gremien', label: 'Gremien', Part: CommitteesPart },
  { key: 'themen', label: 'Themen', Part: ThemesPart },
  { key: 'vereinbarungen', label: 'Vereinbarungen und Beschlüsse', Part: DecisionsPart },
]

/** „Kreis“: what the concepts say about the district, each fact with its source. */
export function DistrictPage(): ReactElement {
  const { part = '' } = useParams({ strict: false }) as { part?: string }
  const { session } = useApp()
  const overview = useView(tenancyEndpoints.overview)
  const catalogues = useView(catalogueEndpoints.list)
  const names = useMemo(() => overview.data && namesOf(overview.data), [overview.data])
  const { Part, label } = parts.find((one) => one.key === part) ?? parts[0]!
  return (
    <Page
      title={overview.data?.name ?? 'Kreis'}
      windowTitle={`Kreis: ${label}`}
      intro="Was die Konzepte über den Kreis sagen, jede Angabe mit ihrer Quelle."
      actions={
        session.rights.has(tenancyEndpoints.districtFile.right) && (
          <Link to={tenancyEndpoints.districtFile.path} external look="secondary">
            Als Datei herunterladen
          </Link>
        )
      }
    >
      <TabLinks
        label="Teile der Konfiguration"
        links={parts.map((one) => ({
          to: one.key === '' ? '/kreis' : `/kreis/${one.key}`,
          label: one.label,
          exact: one.key === '',
        }))}
      />
      {(overview.isPending || catalogues.isPending) && <Loading />}
      <ProblemAlert
        error={overview.error ?? catalogues.error}
        onRetry={() => void Promise.all([overview.refetch(), catalogues.refetch()])}
      />
      {overview.data && catalogues.data && names && (
        <Part district={overview.data} catalogues={catalogues.data.catalogues} names={names} />
      )}
    </Page>
  )
}
