let navigations = 0

/** Called by the shell whenever another address is shown. */
export function countNavigation(): void {
  navigations++
}

/** The first page leaves the focus at the top, so that the skip link is the first stop; later ones take it. */
export function takesFocus(): boolean {
  return navigations > 1 && !document.activeElement?.closest('dialog, [role=listbox]')
}
