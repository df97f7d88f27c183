import type { Command } from '../module.ts'
import type { Registry } from '../registry.ts'
import { foldText } from '../ui/matching-options.ts'
import type { IconName } from '../ui/icon.tsx'

export interface PaletteEntry extends Pick<Command, 'to' | 'run'> {
  key: string
  label: string
  hint?: string
  icon: IconName
}

/** What the palette offers for the typed text before any search answers: new things, commands, pages. */
export function paletteEntries(registry: Registry, typed: string): PaletteEntry[] {
  const all: (Command & { icon: IconName; hint?: string })[] = [
    ...registry.newActions.map((action) => ({ ...action, hint: action.key ? `n ${action.key}` : 'Neu' })),
    ...registry.commands.map((command) => ({ ...command, icon: command.icon ?? ('forward' as const) })),
    ...registry.navigation.map((entry) => ({
      label: entry.label,
      to: entry.to,
      icon: entry.icon,
      hint: 'Seite',
    })),
    ...registry.account,
  ]
  const words = foldText(typed.trim()).split(/\s+/)
  return all
    .filter((entry) => {
      const text = foldText(`${entry.label} ${entry.keywords ?? ''}`)
      return words.every((word) => text.includes(word))
    })
    .map(({ label, hint, icon, to, run }) => ({
      key: `${label}|${to ?? ''}`,
      label,
      icon,
      ...(hint && { hint }),
      ...(to !== undefined && { to }),
      ...(run && { run }),
    }))
}
