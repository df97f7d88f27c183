import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Id, IdParams } from '../../../platform/contract/ids.ts'
import { text } from '../../../platform/contract/text.ts'
import { GateTextPreview } from '../../barriers/index.ts'
import {
  NewOffer,
  NewReconstruction,
  OfferTexts,
  OfferedReconstruction,
  ReconstructionChange,
  ReconstructionEnd,
  ReconstructionPage,
  ReconstructionQuery,
  ReconstructionView,
  StationProposals,
} from './reconstructions.ts'
import {
  NewTheme,
  OrganisationStep,
  ThemeBarriers,
  ThemeBoard,
  ThemeChange,
  ThemeMove,
  ThemeOptions,
  ThemePage,
  ThemeQuery,
  ThemeView,
} from './themes.ts'

const write = { right: 'theme.write', params: IdParams, response: ThemeView } as const
const OrganisationParams = z.strictObject({ id: Id, organisationId: Id })
const BarrierParams = z.strictObject({ id: Id, barrierId: Id })

export const themeEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/themes',
    right: 'theme.read',
    summary: 'Generative themes, searched, filtered and sorted.',
    query: ThemeQuery,
    response: ThemePage,
  }),
  board: endpoint({
    method: 'GET',
    path: '/api/theme-board',
    right: 'theme.read',
    summary: 'Themes by state of the path of the district.',
    response: ThemeBoard,
  }),
  options: endpoint({
    method: 'GET',
    path: '/api/theme-options',
    right: 'theme.read',
    summary: 'The path of a theme in this district and what its forms offer.',
    response: ThemeOptions,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/themes',
    right: 'theme.write',
    summary: 'Begins a theme in the first state of the path, with its first barriers.',
    body: NewTheme,
    response: ThemeView,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/themes/:id',
    right: 'theme.read',
    summary: 'One theme: evidence, view of the target group, organisations, history, open moves.',
    params: IdParams,
    response: ThemeView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/themes/:id',
    summary: 'Changes a theme; absent fields stay, null clears.',
    body: ThemeChange,
    ifMatch: true,
    ...write,
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/themes/:id/moves',
    summary: 'Moves a theme along the path of the district; refuses with a reason.',
    body: ThemeMove,
    ifMatch: true,
    ...write,
  }),
  addBarriers: endpoint({
    method: 'POST',
    path: '/api/themes/:id/barriers',
    summary: 'Adds barriers, one by one or a group, to the evidence; those that stand there already stay.',
    body: ThemeBarriers,
    ...write,
  }),
  dropBarrier: endpoint({
    method: 'DELETE',
    path: '/api/themes/:id/barriers/:barrierId',
    right: 'theme.write',
    summary: 'Takes a barrier out of the evidence.',
    params: BarrierParams,
    status: 204,
  }),
  nameOrganisation: endpoint({
    method: 'POST',
    path: '/api/themes/:id/organisations',
    summary: 'Names an organisation in the theme; it is to be asked before the theme is presented.',
    body: z.strictObject({ organisationId: Id }),
    ...write,
  }),
  askOrganisation: endpoint({
    method: 'PATCH',
    path: '/api/themes/:id/organisations/:organisationId',
    right: 'theme.write',
    summary:
      'Records that a named organisation was asked, what came of it, or that the theme does not name it.',
    params: OrganisationParams,
    body: OrganisationStep,
    response: ThemeView,
    ifMatch: true,
  }),
  dropOrganisation: endpoint({
    method: 'DELETE',
    path: '/api/themes/:id/organisations/:organisationId',
    right: 'theme.write',
    summary: 'Takes back the naming of an organisation that was not asked yet and that no barrier names.',
    params: OrganisationParams,
    status: 204,
  }),
  paper: endpoint({
    method: 'GET',
    path: '/api/themes/:id/paper',
    right: 'theme.read',
    summary:
      'The theme for a committee as PDF/UA: offices that were not asked stand as kind and legal domain only.',
    params: IdParams,
    download: 'application/pdf',
  }),
}

const work = { right: 'reconstruction.write', params: IdParams, response: ReconstructionView } as const

export const reconstructionEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/reconstructions',
    right: 'reconstruction.read',
    summary: 'Reconstructions of cases, by title.',
    query: ReconstructionQuery,
    response: ReconstructionPage,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/reconstructions',
    right: 'reconstruction.write',
    summary: 'Begins the reconstruction of a constructed case.',
    body: NewReconstruction,
    response: ReconstructionView,
    status: 201,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/reconstructions/:id',
    right: 'reconstruction.read',
    summary: 'One reconstruction with its chains of services.',
    params: IdParams,
    response: ReconstructionView,
  }),
  take: endpoint({
    method: 'POST',
    path: '/api/reconstructions/:id/taking',
    summary: 'Takes an offered case into work; the moderator is who takes it.',
    ifMatch: true,
    ...work,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/api/reconstructions/:id/declining',
    summary: 'Does not take an offered case, with the reason the person who offered it reads.',
    body: z.strictObject({ words: text(2000) }),
    ifMatch: true,
    ...work,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/reconstructions/:id',
    summary: 'Saves the workspace; absent fields stay, lists are replaced whole.',
    body: ReconstructionChange,
    ifMatch: true,
    ...work,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/reconstructions/:id/result',
    summary: 'Ends with a theme or with no structural cause.',
    body: ReconstructionEnd,
    ifMatch: true,
    ...work,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/reconstructions/:id/reopening',
    summary: 'Opens an ended reconstruction again.',
    ifMatch: true,
    ...work,
  }),
  protocol: endpoint({
    method: 'GET',
    path: '/api/reconstructions/:id/protocol',
    right: 'reconstruction.read',
    summary: 'The protocol as PDF/UA, with both chains.',
    params: IdParams,
    download: 'application/pdf',
  }),
  checkOffer: endpoint({
    method: 'POST',
    path: '/api/cases/:id/reconstruction-checks',
    right: 'reconstruction.offer',
    summary: 'What in the texts may still tell who an own case is about, before it is offered.',
    params: IdParams,
    body: OfferTexts,
    response: GateTextPreview,
    keepsNoAnswer: true,
  }),
  proposals: endpoint({
    method: 'GET',
    path: '/api/cases/:id/station-proposals',
    right: 'reconstruction.offer',
    summary:
      'Stations of an own case from its waits, referrals, phases, steps and talks: offices, legal domains, weeks.',
    params: IdParams,
    response: StationProposals,
  }),
  offer: endpoint({
    method: 'POST',
    path: '/api/cases/:id/reconstructions',
    right: 'reconstruction.offer',
    summary: 'Offers an own case for reconstruction, without anything that leads back to it.',
    params: IdParams,
    body: NewOffer,
    response: OfferedReconstruction,
    status: 201,
  }),
  offered: endpoint({
    method: 'GET',
    path: '/api/offered-reconstructions',
    right: 'reconstruction.offer',
    summary: 'What the person offered for reconstruction and what came of it.',
    response: z.object({ rows: z.array(OfferedReconstruction) }).meta({ id: 'OfferedReconstructionList' }),
  }),
}
