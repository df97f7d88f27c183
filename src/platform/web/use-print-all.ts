import { useState } from 'react'

/** Printing a list that is read page by page: first reads the rest, then prints. `printing` while it reads. */
export function usePrintAll(readAll: () => Promise<boolean>): {
  printing: boolean
  print: () => Promise<void>
} {
  const [printing, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    const complete = await readAll()
    setPrinting(false)
    // Once the last rows stand on the page.
    if (complete) setTimeout(() => window.print())
  }
  return { printing, print }
}
