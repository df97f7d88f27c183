import { useEffect, useState, type ReactElement } from 'react'

/** Appears only after 300 ms: a flash of „wird geladen“ is noise. */
export function Loading({ label = 'Wird geladen …' }: { label?: string }): ReactElement {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="lt-loading" role="status">
      {late && (
        <>
          <span className="lt-spinner" aria-hidden="true" />
          {label}
        </>
      )}
    </div>
  )
}
