import { z } from 'zod'
import { settingValue, type SettingView } from '../../contract/setting.ts'
import { formatNumber } from '../district-words.ts'
import { settingWords } from './setting-words.ts'

/** The value as people read it: „6 Monate“, „33,3 %“, „aus“. */
export function formatSetting({ key, value }: Pick<SettingView, 'key' | 'value'>): string {
  const { unit, percent } = settingWords[key]
  if (typeof value === 'boolean') return value ? 'ein' : 'aus'
  if (percent) return `${formatNumber(Math.round(value * 1000) / 10)} %`
  return `${formatNumber(value)} ${unit ?? ''}`.trim()
}

/** What was typed into the field as the value that is stored, or undefined when it is no number. */
export function parseSetting(key: SettingView['key'], typed: string): number | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined
  const { percent } = settingWords[key]
  return percent ? Math.round(Number(text) * 100) / 10_000 : Number(text)
}

/** What stands in the field to begin with. */
export const typedSetting = ({ key, value }: Pick<SettingView, 'key' | 'value'>): string => {
  if (typeof value === 'boolean') return ''
  return formatNumber(settingWords[key].percent ? Math.round(value * 10_000) / 100 : value)
}

/** What the value may be: „1 bis 36 Monate“; undefined for a switch. */
export function allowedRange(key: SettingView['key']): string | undefined {
  const schema = settingValue(key)
  if (!(schema instanceof z.ZodNumber)) return undefined
  const { minValue, maxValue } = schema
  const least = (minValue ?? 0) * (settingWords[key].percent ? 100 : 1)
  const most = formatSetting({ key, value: maxValue ?? 0 })
  return maxValue === null ? `ab ${formatNumber(least)}` : `${formatNumber(least)} bis ${most}`
}
