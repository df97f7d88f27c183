import { afterAll, expect, test } from 'vitest'
import { aCommittee } from '../../../testing/a-committee.ts'
import { aMeasure, anAgreement, aPaperInApproval, aValidPaper } from '../../../testing/a-solution.ts'
import { openHouse } from '../../../testing/house.ts'
import { newId } from '../../../platform/contract/ids.ts'
import { meetingEndpoints } from '../../committees/index.ts'

const house = await openHouse({ now: () => Temporal.Instant.from('2026-11-27T09:00:00Z') })
afterAll(() => house.close())

test('a meeting is offered what waits for its kind of committee, until it stands on the agenda', async () => {
  const by = await house.user(house.a, { roles: [{ role: 'coordinator' }] })
  const { client } = by
  const type = { id: newId(), kind: 'agreementType', key: 'traeger', label: 'Träger', position: 0 }
  await house.system(house.a, (tx) => tx.insertInto('catalogue_entry').values(type).execute())
  const steering = await aCommittee(house)
  const team = await aCommittee(house, house.a, { kind: 'teamMeeting', name: 'Teambesprechung' })
  const waiting = await aPaperInApproval(by, { title: 'Wartet' })
  await aValidPaper(by, '2026-01-01', { title: 'Zu prüfen', reviewOn: '2026-12-10' })
  await aValidPaper(by, '2026-01-01', { title: 'Noch lange gültig', reviewOn: '2027-12-10' })
  await anAgreement(by, { title: 'Läuft aus', reviewOn: '2026-12-01' })
  await anAgreement(by, { title: 'Läuft weiter', reviewOn: '2027-12-01' })
  await aMeasure(by, { title: 'Überfällig', committeeId: steering.id, dueOn: '2026-11-30' })
  await aMeasure(by, { title: 'Aus dem Team', fromCommitteeId: team.id, dueOn: '2026-11-30' })
  await aMeasure(by, { title: 'Hat noch Zeit', committeeId: steering.id, dueOn: '2026-12-10' })

  const meetingOf = async (committee: string) => {
    const body = { onDate: '2026-12-10', startTime: '09:00' }
    const planned = await client.call(meetingEndpoints.plan, { params: { id: committee }, body })
    return { id: planned.body.ids[0]! }
  }
  const offersOf = async (params: { id: string }) => {
    const { rows } = (await client.call(meetingEndpoints.offers, { params })).body
    return rows.map(({ source, title, detail }) => [source, title, detail])
  }
  const params = await meetingOf(steering.id)
  const offered = [
    ['paperInApproval', 'Wartet', '0 von 2 Parteien haben zugestimmt'],
    ['paperReview', 'Zu prüfen', 'fällig am 10.12.2026'],
    ['agreementReview', 'Läuft aus', 'fällig am 01.12.2026'],
    ['measureOverdue', 'Überfällig', 'fällig war 30.11.2026'],
  ]
  expect(await offersOf(params)).toEqual(offered)
  expect(await offersOf(await meetingOf(team.id))).toEqual([
    ['measureOverdue', 'Aus dem Team', 'fällig war 30.11.2026'],
  ])

  const { rows } = (await client.call(meetingEndpoints.offers, { params })).body
  const { title, subjectKind, subjectId, source } = rows[0]!
  expect(subjectId).toBe(waiting.id)
  const items = [{ title, source, subjectKind: subjectKind as 'interfacePaper', subjectId }]
  await client.call(meetingEndpoints.addItems, { params, body: { items } })
  expect(await offersOf(params)).toEqual(offered.slice(1))
})
