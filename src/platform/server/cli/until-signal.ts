/**
 * Resolves when the operator wants the program to end: Ctrl-C, SIGTERM, a closed terminal, or the front door
 * gone. Signals that follow within two seconds are the same wish (npm, shell and terminal each send one);
 * a later one ends the program at once.
 */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const wish = () => {
      if (first === 0) {
        first = Date.now()
        resolve()
      } else if (Date.now() - first > 2000) {
        process.exit(130)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish)
    process.on('disconnect', wish)
    process.channel?.unref()
  })
}
