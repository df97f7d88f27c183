import { useEffect, useState } from 'react'

/** The value once it has stayed the same for `delay` milliseconds: for asking the server while somebody types. */
export function useSettled(value: string, delay = 250): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
