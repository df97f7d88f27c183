/** The type found at a dot path: `PathValue<{ persons: { name: string }[] }, 'persons.0.name'>` is `string`. */
export type PathValue<T, P extends string> = P extends keyof T
  ? T[P]
  : T extends readonly (infer Item)[]
    ? P extends `${number}`
      ? Item
      : P extends `${number}.${infer Rest}`
        ? PathValue<NonNullable<Item>, Rest>
        : never
    : P extends `${infer Head}.${infer Rest}`
      ? Head extends keyof T
        ? PathValue<NonNullable<T[Head]>, Rest>
        : never
      : never

/** Only paths that exist in `T`; a typing mistake in a field name does not compile. */
export type ValidPath<T, P extends string> = [PathValue<T, P>] extends [never] ? never : P

export function getIn(values: unknown, path: string): unknown {
  let at = values
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object') return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

/** A copy of `values` with the value at `path` replaced; untouched branches are shared. */
export function setIn<T>(values: T, path: string, value: unknown): T {
  const [head = '', ...rest] = path.split('.')
  const inner = rest.length > 0 ? setIn(getIn(values, head) ?? {}, rest.join('.'), value) : value
  if (Array.isArray(values)) {
    const copy = [...(values as unknown[])]
    copy[Number(head)] = inner
    return copy as T
  }
  return { ...values, [head]: inner }
}
