import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { themeFieldLabels } from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { useRefreshTheme } from './use-refresh-theme.ts'

/** „Ziel: „JC Rheine““: where the words of a theme name an office. */
export const whereFound = (found: ThemeView['spelled'][number]['foundIn']): string =>
  found.map(({ field, text }) => `${themeFieldLabels[field]}: „${text}“`).join('; ')

/** Offices that only the words of the theme name: they are named here and asked, or the words change. */
export function SpelledOnly({ theme, writes }: { theme: ThemeView; writes: boolean }): ReactElement | null {
  const refresh = useRefreshTheme()
  const [error, setError] = useState<unknown>()
  if (theme.spelled.length === 0) return null
  const name = async (organisationId: string) => {
    setError(undefined)
    try {
      await call(themeEndpoints.nameOrganisation, { params: { id: theme.id }, body: { organisationId } })
      toast('Stelle genannt')
      await refresh()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Alert tone="warning" title="Der Text nennt Stellen, die noch nicht gefragt sind">
      <p className="kern-body">
        Fragen Sie sie nach ihrer Sicht, oder schreiben Sie nur die Art, zum Beispiel „das Jobcenter“.
      </p>
      <ProblemAlert error={error} />
      <ul className="theme-plain">
        {theme.spelled.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            <div className="kern-body--small">{whereFound(one.foundIn)}</div>
            {writes && (
              <Button
                size="small"
                aria-label={`Stelle nennen: ${one.name}`}
                onClick={() => void name(one.id)}
              >
                Stelle nennen
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
