import type { ReactElement } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import type { ReferralState } from '../contract/codes.ts'
import { endingOf, moveLabels, movesFrom, type MoveTo, type MoveValues } from './move-values.ts'

interface MoveFieldsProps {
  form: FormHandle<MoveValues>
  state: ReferralState
  /** The answer is chosen in the form; false: it came with the button. */
  choose: boolean
  noteHint: string
}

/** The answer, what belongs to it, and a few words. */
export function MoveFields({ form, state, choose, noteHint }: MoveFieldsProps): ReactElement {
  const { to } = form.values
  const ending = to === '' ? null : endingOf(to as MoveTo)
  return (
    <>
      {choose && (
        <RadioGroup
          label="Antwort"
          required
          options={movesFrom(state).map((value) => ({ value, label: moveLabels[value] }))}
          {...form.field('to')}
          value={to as MoveTo}
          onChange={(value) => {
            form.set('to', value)
            form.set('ending', '')
          }}
        />
      )}
      {ending && (
        <RadioGroup label={ending.label} required options={ending.options} {...form.field('ending')} />
      )}
      <TextArea
        label="Bemerkung"
        hint={noteHint}
        rows={3}
        maxLength={2000}
        {...form.field('note')}
        value={form.values.note ?? ''}
      />
    </>
  )
}
