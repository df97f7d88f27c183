/** For the `ref` of a form that a button opened in place: typing goes on where the eye is. */
export function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('select, textarea, input')?.focus()
}
