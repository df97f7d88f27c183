/** One choice of a Select, RadioGroup, Chips or Combobox. `value` is the key, `label` what is read. */
export interface Option<Value extends string = string> {
  value: Value
  label: string
  hint?: string
  disabled?: boolean
  /** Heading under which a Select or Combobox shows it („Häufig“). */
  group?: string
}

/** Options by their group, in the order of first appearance; those without a group come under `''`. */
export function byGroup<Value extends string>(
  options: readonly Option<Value>[],
): [string, Option<Value>[]][] {
  const groups = new Map<string, Option<Value>[]>()
  for (const option of options) {
    const name = option.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), option])
  }
  return [...groups]
}
