import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Settings } from './district/settings.ts'

export const settingKeys = Object.keys(Settings.shape) as (keyof Settings)[]
export const SettingKey = z.enum(settingKeys as [keyof Settings, ...(keyof Settings)[]])
export type SettingKey = z.infer<typeof SettingKey>

/** What a setting may be: the same rule for the district file and for the app. */
export const settingValue = (key: SettingKey): z.ZodType => {
  const fact = Settings.shape[key]
  return (fact instanceof z.ZodOptional ? fact.unwrap() : fact).shape.value
}

/** One single value of the district with where it comes from. */
export const SettingView = z
  .object({
    key: SettingKey,
    value: z.union([z.number(), z.boolean()]),
    source: z.string().nullable(),
    isDefault: z.boolean(),
    remark: z.string().nullable(),
    /** Changed or confirmed in the app after the district file was loaded. */
    edited: z.boolean(),
    can: z.array(z.enum(['change'])),
    version: z.int(),
  })
  .meta({ id: 'Setting' })
export type SettingView = z.infer<typeof SettingView>

export const settingEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/settings',
    right: 'tenancy.read',
    summary: 'The single values of the district: periods, thresholds, the defaults of the wall.',
    response: z.object({ rows: z.array(SettingView) }).meta({ id: 'Settings' }),
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/settings/:key',
    right: 'tenancy.edit',
    summary: 'Sets or confirms a value; after that it is no longer a default of the program.',
    params: z.strictObject({ key: SettingKey }),
    ifMatch: true,
    body: z.strictObject({ value: z.union([z.number(), z.boolean()]) }),
    response: SettingView,
  }),
}
