import type { ReactElement } from 'react'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Link } from '../../../platform/web/ui/link.tsx'

interface ThemeLinkProps {
  theme: { readonly id: string; readonly name: string } | null
}

/** The theme something answers; a link for who may open themes. */
export function ThemeLink({ theme }: ThemeLinkProps): ReactElement {
  const { rights } = useApp().session
  if (theme === null) return <>noch keinem Thema zugeordnet</>
  if (!rights.has('theme.read')) return <>{theme.name}</>
  return (
    <Link to="/themen/$id" params={{ id: theme.id }}>
      {theme.name}
    </Link>
  )
}
