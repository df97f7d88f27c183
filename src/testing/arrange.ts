import { newId } from '../platform/contract/ids.ts'
import type { House, TestUser } from './house.ts'

const hours = (from: number, to: number | null) => {
  const at = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString()
  return `[${at(from)},${to === null ? '' : at(to)})`
}

/** Arranges who oversees and who deputises, as the tenant does. Times are hours from now; `to: null` is open. */
export const arrange = {
  /** Professional oversight of a coordinator over a case manager; answers its id. */
  async oversight(
    house: House,
    coordinator: TestUser,
    caseManager: TestUser,
    { from = -1, to = null }: { from?: number; to?: number | null } = {},
  ): Promise<string> {
    const id = newId()
    await house.system(coordinator.tenant, (tx) =>
      tx
        .insertInto('oversight')
        .values({
          id,
          coordinator_id: coordinator.id,
          case_manager_id: caseManager.id,
          valid_during: hours(from, to),
        })
        .execute(),
    )
    return id
  },
  /** A deputy for an absent case manager; arranged by the absent person. Answers its id. */
  async deputy(
    absent: TestUser,
    deputy: TestUser,
    { from = -1, to = 24 }: { from?: number; to?: number } = {},
  ): Promise<string> {
    const id = newId()
    await absent.tx((tx) =>
      tx
        .insertInto('deputy')
        .values({
          id,
          absent_user_id: absent.id,
          deputy_user_id: deputy.id,
          valid_during: hours(from, to),
        })
        .execute(),
    )
    return id
  },
  hours,
}
