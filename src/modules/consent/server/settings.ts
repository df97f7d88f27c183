import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { DEFAULT_MONTHS, LONGEST_MONTHS } from '../rules/periods.ts'

export interface ConsentSettings {
  /** A consent runs out so many days before its end. */
  readonly warningDays: number
  readonly months: number
  /** The district says nothing about the length: the program's default. */
  readonly monthsAreDefault: boolean
  readonly oralAllowed: boolean
}

/** What the district says about consents. Where it says nothing: 30 days, twelve months, nothing oral. */
export async function readSettings(tx: Tx): Promise<ConsentSettings> {
  const rows = await tx
    .selectFrom('tenant_setting')
    .select(['key', 'value'])
    .where('key', 'in', ['consentWarningDays', 'consentMonths', 'oralConsent'])
    .execute()
  return settingsOf(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}

export function settingsOf(values: Readonly<Record<string, unknown>>): ConsentSettings {
  const number = (key: string) => (typeof values[key] === 'number' ? values[key] : undefined)
  return {
    warningDays: number('consentWarningDays') ?? 30,
    months: Math.min(number('consentMonths') ?? DEFAULT_MONTHS, LONGEST_MONTHS),
    monthsAreDefault: number('consentMonths') === undefined,
    oralAllowed: values['oralConsent'] === true,
  }
}
