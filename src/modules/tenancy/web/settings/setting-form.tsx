import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { useConfirmedIdentity } from '../../../staff/web/index.ts'
import { catalogueEndpoints } from '../../contract/catalogue-entry.ts'
import { settingEndpoints, settingValue, type SettingView } from '../../contract/setting.ts'
import { parseSetting, typedSetting } from './format-setting.ts'
import { settingWords } from './setting-words.ts'

interface SettingFormProps {
  setting: SettingView
  onDone: () => void
}

const typedOf = ({ key, value }: SettingView) =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : typedSetting({ key, value })

/** Sets one value. Saving an unchanged default confirms it: the Kreis has looked at it and keeps it. */
export function SettingForm({ setting, onDone }: SettingFormProps): ReactElement {
  const words = settingWords[setting.key]
  const isSwitch = typeof setting.value === 'boolean'
  const client = useQueryClient()
  const { confirmed, dialog } = useConfirmedIdentity()
  const form = useForm({
    schema: schemaOf(setting, isSwitch),
    initial: { value: typedOf(setting) },
    version: setting.version,
    warnOnLeave: false,
    submit: async ({ value }, { ifMatch }) => {
      await confirmed(() =>
        call(settingEndpoints.change, { params: { key: setting.key }, body: { value }, ifMatch: ifMatch! }),
      )
      await Promise.all([
        client.invalidateQueries({ queryKey: viewKey(settingEndpoints.list) }),
        client.invalidateQueries({ queryKey: viewKey(catalogueEndpoints.list) }),
      ])
      onDone()
    },
  })
  return (
    <>
      <Form
        form={form}
        action={setting.isDefault ? 'Wert festlegen' : 'Wert ändern'}
        labels={{ value: words.label }}
        fromCurrent={(current) => ({ value: typedOf(current as SettingView) })}
        onCancel={onDone}
      >
        {isSwitch ? (
          <RadioGroup
            label={words.label}
            hint={words.hint}
            options={[
              { value: 'off', label: 'aus' },
              { value: 'on', label: 'ein' },
            ]}
            {...form.field('value')}
          />
        ) : (
          <TextField
            label={`${words.label}${words.percent ? ' (in Prozent)' : words.unit ? ` (${words.unit})` : ''}`}
            hint={words.hint}
            inputMode="decimal"
            width="short"
            {...form.field('value')}
          />
        )}
      </Form>
      {dialog}
    </>
  )
}

const schemaOf = ({ key }: SettingView, isSwitch: boolean) =>
  z.object({
    value: z.string().transform((typed, context): number | boolean => {
      const value = isSwitch ? typed === 'on' : parseSetting(key, typed)
      const checked = settingValue(key).safeParse(value)
      if (value !== undefined && checked.success) return value
      const message = checked.error?.issues[0]?.message
      context.addIssue({
        code: 'custom',
        message: value === undefined || !message ? 'Bitte geben Sie eine Zahl ein.' : message,
      })
      return z.NEVER
    }),
  })
