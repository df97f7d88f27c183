import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { WebModule } from '../../../platform/web/module.ts'
import { appRoute } from '../../../platform/web/shell/root-route.tsx'

const papersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/schnittstellenpapiere',
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
})
const newPaperRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/schnittstellenpapiere/neu',
  component: lazyRouteComponent(() => import('./new-paper-page.tsx'), 'NewPaperPage'),
})
const paperRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/schnittstellenpapiere/$id',
  component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
})
const paperDiffRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/schnittstellenpapiere/$id/aenderungen',
  component: lazyRouteComponent(() => import('./paper-diff-page.tsx'), 'PaperDiffPage'),
})
const agreementsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/vereinbarungen',
  component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
})
const newAgreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/vereinbarungen/neu',
  component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'NewAgreementPage'),
})
const agreementRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/vereinbarungen/$id',
  component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage'),
})
const measuresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/massnahmen',
  component: lazyRouteComponent(() => import('./measures-page.tsx'), 'MeasuresPage'),
})
const newMeasureRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/massnahmen/neu',
  component: lazyRouteComponent(() => import('./measure-page.tsx'), 'NewMeasurePage'),
})
const measureRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/massnahmen/$id',
  component: lazyRouteComponent(() => import('./measure-page.tsx'), 'MeasurePage'),
})

const effectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/loesungen',
  component: lazyRouteComponent(() => import('./effects-page.tsx'), 'EffectsPage'),
})
const newEffectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/loesungen/neu',
  component: lazyRouteComponent(() => import('./effect-page.tsx'), 'NewEffectPage'),
})
const effectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/loesungen/$id',
  component: lazyRouteComponent(() => import('./effect-page.tsx'), 'EffectPage'),
})

const tab = { slot: 'structure-tab', load: () => import('./solutions-tab.tsx') }
const paperHint = () => import('./paper-hint.tsx')

/** Solutions: papers, agreements, measures; the papers in force stand where a referral or handover touches them. */
export const solutions: WebModule = {
  name: 'solutions',
  routes: [
    papersRoute,
    newPaperRoute,
    paperRoute,
    paperDiffRoute,
    agreementsRoute,
    newAgreementRoute,
    agreementRoute,
    measuresRoute,
    newMeasureRoute,
    measureRoute,
    effectsRoute,
    newEffectRoute,
    effectRoute,
  ],
  navigation: [
    // Pages of „Themen“; who reads no barriers (the administration) enters by the first of these.
    { label: 'Themen', to: '/schnittstellenpapiere', icon: 'theme', order: 63, right: 'paper.read' },
    { label: 'Themen', to: '/vereinbarungen', icon: 'theme', order: 64, right: 'agreementRegister.read' },
    { label: 'Themen', to: '/massnahmen', icon: 'theme', order: 65, right: 'measure.read' },
    { label: 'Themen', to: '/loesungen', icon: 'theme', order: 66, right: 'effect.read' },
  ],
  commands: [
    {
      label: 'Lösungen und Wirkung',
      icon: 'chart',
      to: '/loesungen',
      right: 'effect.read',
      keywords: 'hat es geholfen vorher nachher',
    },
    { label: 'Schnittstellenpapiere', icon: 'document', to: '/schnittstellenpapiere', right: 'paper.read' },
    {
      label: 'Kooperationsvereinbarungen',
      icon: 'document',
      to: '/vereinbarungen',
      right: 'agreementRegister.read',
    },
    {
      label: 'Empfehlungen und Maßnahmen',
      icon: 'check',
      to: '/massnahmen',
      right: 'measure.read',
      keywords: 'teambesprechung handlungsempfehlung',
    },
  ],
  newActions: [
    { label: 'Empfehlung', icon: 'topic', key: 'e', to: '/massnahmen/neu', right: 'measure.recommend' },
  ],
  parts: [
    {
      slot: 'committee',
      key: 'empfehlungen',
      label: 'Empfehlungen',
      order: 10,
      right: 'measure.read',
      load: () => import('./committee-part.tsx'),
    },
    // Under „Themen“: only label and path are shown there.
    { ...tab, key: 'schnittstellenpapiere', label: 'Papiere', order: 40, right: 'paper.read' },
    { ...tab, key: 'vereinbarungen', label: 'Vereinbarungen', order: 50, right: 'agreementRegister.read' },
    { ...tab, key: 'massnahmen', label: 'Maßnahmen', order: 60, right: 'measure.read' },
    { ...tab, key: 'loesungen', label: 'Wirkung', order: 70, right: 'effect.read' },
    {
      slot: 'office-touched',
      key: 'schnittstellenpapiere',
      label: 'Schnittstellenpapiere',
      order: 10,
      right: 'paper.read',
      load: paperHint,
    },
    {
      slot: 'barriers',
      key: 'massnahme',
      label: 'Maßnahme',
      order: 20,
      right: 'measure.recommend',
      load: () => import('./barriers-part.tsx'),
    },
    {
      slot: 'theme',
      key: 'loesungen',
      label: 'Lösungen',
      order: 40,
      right: 'effect.read',
      load: () => import('./theme-part.tsx'),
    },
  ],
}
