export { catalogueEndpoints, CatalogueEntry, CataloguesView, ScaleStep } from './contract/catalogue-entry.ts'
export { CasePhase, CatalogueKind, catalogueKinds } from './contract/district/catalogues.ts'
export type { AgreementExpectation } from './contract/district/catalogues.ts'
export { District } from './contract/district.ts'
export { BuildingBlock, OrganisationKind, PositionRole, UnitKind } from './contract/district/structure.ts'
export {
  ApprovalBody,
  Programme,
  ProgrammeDocumentKind,
  type InterfacePartner,
} from './contract/district/programme.ts'
export { CommitteeKind } from './contract/district/committee.ts'
export { TenancyOverview, tenancyEndpoints } from './contract/overview.ts'
export { settingEndpoints, SettingView } from './contract/setting.ts'
export { previousState, ThemeNeed, ThemeStage, ThemeTrait } from './contract/district/themes.ts'
