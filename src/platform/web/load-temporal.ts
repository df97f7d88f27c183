/** Brings `Temporal` where the browser lacks it; browsers that have it load nothing. */
export async function loadTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
}
