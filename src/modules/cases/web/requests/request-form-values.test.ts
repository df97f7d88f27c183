import { expect, test } from 'vitest'
import { RecordRequest, type RequestView } from '../../contract/requests/index.ts'
import { bodyOf, changesOf, emptyRequest, formOf, RequestForm } from './request-form-values.ts'

const site = '01900000-0000-7000-8000-000000000001'

test('an empty form lacks channel only, and says so at the field', () => {
  const checked = RequestForm.safeParse(emptyRequest(site))
  expect(checked.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['channel', 'Bitte wählen Sie, wie die Anfrage gekommen ist.'],
  ])
})

test('what is empty is sent as null, and the server takes it', () => {
  const body = bodyOf(RequestForm.parse({ ...emptyRequest(site), channel: 'phone', concern: '  Wohnung ' }))
  expect(body).toMatchObject({ channel: 'phone', concern: 'Wohnung', language: null, callbackNumber: null })
  expect(RecordRequest.safeParse(body).success).toBe(true)
})

test('a number that is none is named before it travels', () => {
  const checked = RequestForm.safeParse({ ...emptyRequest(site), channel: 'phone', callbackNumber: 'später' })
  expect(checked.error?.issues.map(({ path }) => path[0])).toEqual(['callbackNumber'])
})

test('only what differs is sent as a change', () => {
  const view = {
    channel: 'phone',
    site: { id: site, name: 'Kreishaus' },
    municipality: null,
    urgency: 'normal',
    entryRoute: null,
    language: 'ar',
    lifeDomains: ['housing'],
    concern: null,
    callerName: null,
    callbackNumber: null,
  } as unknown as RequestView
  const before = formOf(view)
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf(before, { ...before, language: '', urgency: 'soon' })).toEqual({
    language: null,
    urgency: 'soon',
  })
})
