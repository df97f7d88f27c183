import type { FastifyInstance } from 'fastify'
import { audit } from '../../../platform/server/audit.ts'
import { serve } from '../../../platform/server/http/serve.ts'
import type { SharingKind } from '../contract/codes.ts'
import { consentEndpoints, secrecyReleaseEndpoints } from '../contract/endpoints.ts'
import { wordingEndpoints } from '../contract/wording.ts'
import { attachProof } from './attach-proof.ts'
import { changeConsent, discardDraft } from './change-consent.ts'
import { confirmConsent } from './confirm-consent.ts'
import { draftConsent } from './draft-consent.ts'
import { consentOptions, consentSummary, listConsents } from './list-consents.ts'
import { withdrawConsent, type OnConsentEnded } from './withdraw-consent.ts'
import { printConsent, printReceipt } from './print-consent.ts'
import { activateWording, listWordings, readWording, saveWording } from './wordings.ts'

export interface ConsentDeps {
  readonly onConsentEnded: readonly OnConsentEnded[]
}

export function consentRoutes(app: FastifyInstance, { onConsentEnded }: ConsentDeps): void {
  serve(app, consentEndpoints.summary, (tx, _actor, { params, now }) => consentSummary(tx, params.id, now))
  serve(app, consentEndpoints.options, async (tx, _actor, { params, now }) => {
    const options = await consentOptions(tx, params.id, now)
    // It names the persons of the case.
    await audit(tx, {
      action: 'consent.formOpened',
      objectKind: 'case',
      objectId: params.id,
      caseId: params.id,
    })
    return options
  })
  sharingRoutes(app, 'consent', consentEndpoints, onConsentEnded)
  sharingRoutes(app, 'secrecyRelease', secrecyReleaseEndpoints, onConsentEnded)
  serve(app, wordingEndpoints.list, (tx) => listWordings(tx))
  serve(app, wordingEndpoints.read, (tx, _actor, { params }) => readWording(tx, params.id))
  serve(app, wordingEndpoints.save, (tx, _actor, { body }) => saveWording(tx, body))
  serve(app, wordingEndpoints.activate, (tx, _actor, { params, version, body }) =>
    activateWording(tx, { id: params.id, version }, body.legallyCheckedBy ?? null),
  )
}

function sharingRoutes(
  app: FastifyInstance,
  kind: SharingKind,
  endpoints: typeof consentEndpoints | typeof secrecyReleaseEndpoints,
  listeners: readonly OnConsentEnded[],
): void {
  serve(app, endpoints.list, (tx, _actor, { params, now }) => listConsents(tx, kind, params.id, now))
  serve(app, endpoints.pdf, (tx, _actor, { params, now }) => printConsent(tx, kind, params.id, now))
  serve(app, endpoints.receipt, (tx, _actor, { params, now }) => printReceipt(tx, kind, params.id, now))
  serve(app, endpoints.draft, (tx, _actor, { params, body, now }) =>
    draftConsent(tx, kind, params.id, body, now),
  )
  serve(app, endpoints.change, (tx, _actor, { params, version, body, now }) =>
    changeConsent(tx, kind, { id: params.id, version }, body, now),
  )
  serve(app, endpoints.discard, (tx, _actor, { params, version, now }) =>
    discardDraft(tx, kind, { id: params.id, version }, now),
  )
  serve(app, endpoints.confirm, (tx, _actor, { params, version, body, now }) =>
    confirmConsent(tx, kind, { id: params.id, version }, body, now),
  )
  serve(app, endpoints.withdraw, (tx, _actor, { params, body, now }) =>
    withdrawConsent(tx, kind, params.id, body, { now, listeners }),
  )
  serve(app, endpoints.attachProof, (tx, _actor, { params, version, body, now }) =>
    attachProof(tx, kind, { id: params.id, version }, body.documentId, now),
  )
}
