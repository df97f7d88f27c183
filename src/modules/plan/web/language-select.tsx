import { useState, type ReactElement } from 'react'

import { Select } from '../../../platform/web/ui/select.tsx'
import { TextLanguage, textLanguageLabels } from '../contract/codes.ts'
import type { Plan } from '../contract/plan.ts'

const options = TextLanguage.options.map((value) => ({ value, label: textLanguageLabels[value] }))

/** The language of the right column: that of the case, where there are texts in it. */
export function useTextLanguage(plan: Pick<Plan, 'language'>) {
  return useState<TextLanguage | ''>(TextLanguage.options.find((code) => code === plan.language) ?? '')
}

interface LanguageSelectProps {
  id: string
  value: TextLanguage | ''
  onChange: (value: TextLanguage | '') => void
}

export function LanguageSelect({ id, value, onChange }: LanguageSelectProps): ReactElement {
  return (
    <Select<TextLanguage>
      id={id}
      label="Sprache neben dem deutschen Text"
      empty="nur Deutsch"
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
