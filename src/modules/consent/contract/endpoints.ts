import { endpoint } from '../../../platform/contract/endpoint.ts'
import { IdParams } from '../../../platform/contract/ids.ts'
import {
  ConsentChange,
  ConsentConfirmation,
  ConsentList,
  ConsentOptions,
  ConsentProof,
  ConsentSummary,
  ConsentView,
  ConsentWithdrawal,
  NewConsent,
  WithdrawnView,
} from './consents.ts'

type Path = 'consents' | 'secrecy-releases'

/** The text: read, drafted, changed, thrown away. */
const textsAt = <const P extends Path>(path: P, object: string) => ({
  list: endpoint({
    method: 'GET',
    path: `/api/cases/:id/${path}`,
    right: 'consent.read',
    summary: `Every ${object} of a case with its state.`,
    params: IdParams,
    response: ConsentList,
  }),
  draft: endpoint({
    method: 'POST',
    path: `/api/cases/:id/${path}`,
    right: 'consent.write',
    summary: `Drafts a ${object}; only the person and the recipient are needed.`,
    params: IdParams,
    body: NewConsent,
    response: ConsentView,
    status: 201,
  }),
  change: endpoint({
    method: 'PATCH',
    path: `/api/${path}/:id`,
    right: 'consent.write',
    summary: `Changes a ${object} while it is a draft.`,
    params: IdParams,
    body: ConsentChange,
    response: ConsentView,
    ifMatch: true,
  }),
  discard: endpoint({
    method: 'DELETE',
    path: `/api/${path}/:id`,
    right: 'consent.write',
    summary: `Throws away a draft of a ${object} that was never given.`,
    params: IdParams,
    status: 204,
    ifMatch: true,
  }),
})

/** What is printed for the client. */
const papersAt = <const P extends Path>(path: P, object: string) => ({
  pdf: endpoint({
    method: 'GET',
    path: `/api/${path}/:id/pdf`,
    right: 'consent.read',
    summary: `A ${object} to read and sign as accessible PDF, German beside the language of the client.`,
    params: IdParams,
    download: 'application/pdf',
  }),
  receipt: endpoint({
    method: 'GET',
    path: `/api/${path}/:id/receipt`,
    right: 'consent.read',
    summary: `What the client keeps of a ${object} that was given or withdrawn, as accessible PDF.`,
    params: IdParams,
    download: 'application/pdf',
  }),
})

/** What the client declares. */
const declarationsAt = <const P extends Path>(path: P, object: string) => ({
  confirm: endpoint({
    method: 'POST',
    path: `/api/${path}/:id/confirmation`,
    right: 'consent.write',
    summary: `Records that a ${object} was given: by whom, how, in which language; refused while an element is missing.`,
    params: IdParams,
    body: ConsentConfirmation,
    response: ConsentView,
    ifMatch: true,
  }),
  // No If-Match: a withdrawal must never fail because somebody attached a scan meanwhile.
  withdraw: endpoint({
    method: 'POST',
    path: `/api/${path}/:id/withdrawal`,
    right: 'consent.write',
    summary: `Withdraws a ${object} at once and answers what that closes.`,
    params: IdParams,
    body: ConsentWithdrawal,
    response: WithdrawnView,
  }),
  attachProof: endpoint({
    method: 'PUT',
    path: `/api/${path}/:id/proof`,
    right: 'consent.write',
    summary: `Attaches the scan of a signed ${object}.`,
    params: IdParams,
    body: ConsentProof,
    response: ConsentView,
    ifMatch: true,
  }),
})

/** Both objects are handled alike, at addresses of their own. */
const endpointsAt = <const P extends Path>(path: P, object: string) => ({
  ...textsAt(path, object),
  ...papersAt(path, object),
  ...declarationsAt(path, object),
})

export const consentEndpoints = {
  ...endpointsAt('consents', 'consent'),
  summary: endpoint({
    method: 'GET',
    path: '/api/cases/:id/consents/summary',
    right: 'consent.read',
    summary: 'How many consents and releases of a case are valid.',
    params: IdParams,
    response: ConsentSummary,
  }),
  options: endpoint({
    method: 'GET',
    path: '/api/cases/:id/consents/options',
    right: 'consent.read',
    summary: 'What the form of a consent offers: persons, recipients, life domains, default period.',
    params: IdParams,
    response: ConsentOptions,
  }),
}

export const secrecyReleaseEndpoints = endpointsAt('secrecy-releases', 'secrecy release')
