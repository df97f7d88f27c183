import { lazy, Suspense, type ReactElement } from 'react'

import type { FieldProps } from './field-frame.tsx'
import type { Option } from './option.ts'
import { TextField } from './text-field.tsx'

export interface ComboboxProps extends FieldProps<string> {
  options: readonly Option[]
  /** Own text is allowed as value when nothing of the list fits. */
  allowOther?: boolean
}

export interface ComboboxManyProps extends FieldProps<readonly string[]> {
  options: readonly Option[]
}

const RichCombobox = lazy(() => import('./rich-combobox.tsx'))
const RichComboboxMany = lazy(() => import('./rich-combobox-many.tsx'))

/** One of many: type to narrow the list. Loaded when first shown; until then a field that says so. */
export function Combobox(props: ComboboxProps): ReactElement {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <RichCombobox {...props} />
    </Suspense>
  )
}

/** Several of many (nationalities, languages): the chosen ones stand above as removable chips. */
export function ComboboxMany(props: ComboboxManyProps): ReactElement {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <RichComboboxMany {...props} />
    </Suspense>
  )
}

function Waiting({
  id,
  label,
  hint,
}: {
  id: string
  label: string
  hint?: FieldProps<string>['hint']
}): ReactElement {
  return (
    <TextField id={id} label={label} hint={hint} value="Liste wird geladen …" readOnly onChange={() => {}} />
  )
}
