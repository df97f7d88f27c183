import type { ReactElement } from 'react'
import { Card } from '../../../../platform/web/ui/card.tsx'
import type { CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { previousState } from '../../contract/district/themes.ts'
import { committeeKinds, listNames, themeNeeds, themeTraits } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import type { DistrictPart } from './district-part.ts'
import { DistrictList } from './lists-part.tsx'

/** The path of a generative theme in this district (R086), the purposes of the Land (R098), themes of the concept (R087). */
export function ThemesPart(part: DistrictPart): ReactElement {
  const states = part.catalogues.themeState ?? []
  const moves = (part.catalogues.themeMove ?? []).filter((move) => move.active)
  return (
    <div className="lt-stack">
      <DistrictList kind="themeState" {...part} />
      <Card title={listNames.themeMove}>
        {moves.length === 0 && (
          <p className="kern-body">
            Für diesen Kreis sind noch keine Schritte geladen. Laden Sie die Konfiguration des Kreises neu.
          </p>
        )}
        <ul className="district-list">
          {moves.map((move) => (
            <li key={move.id}>
              <strong>{move.label}</strong>
              <div className="kern-body--small">{moveInWords(move, states)}</div>
              <FactSource fact={move} />
            </li>
          ))}
        </ul>
      </Card>
      <DistrictList kind="themePurpose" {...part} />
      <DistrictList kind="themeExample" {...part} />
    </div>
  )
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** From, to, who decides, what is needed and what must or must not apply, in one line. */
function moveInWords({ settings }: CatalogueEntry, states: readonly CatalogueEntry[]): string {
  const labelOf = (key: unknown) =>
    key === previousState
      ? 'den Stand davor'
      : `„${states.find((state) => state.key === key)?.label ?? String(key)}“`
  const words = (keys: string[], names: Readonly<Record<string, string>>) =>
    keys.map((key) => names[key] ?? key).join(', ')
  const kind = (value: unknown) => committeeKinds[value as keyof typeof committeeKinds]
  const [needs, oneOf, noneOf] = [settings['needs'], settings['oneOf'], settings['noneOf']].map(listOf)
  return [
    `von ${listOf(settings['from']).map(labelOf).join(', ')} in ${labelOf(settings['to'])}`,
    settings['decidedBy'] !== undefined && `entscheidet: ${kind(settings['decidedBy'])}`,
    needs!.length > 0 && `nötig: ${words(needs!, themeNeeds)}`,
    oneOf!.length > 0 && `nur wenn: ${words(oneOf!, themeTraits)}`,
    noneOf!.length > 0 &&
      `nicht wenn: ${words(noneOf!, themeTraits)}${settings['waivedAfter'] === undefined ? '' : ` (es sei denn, das Thema war schon hier: ${kind(settings['waivedAfter'])})`}`,
  ]
    .filter((line): line is string => typeof line === 'string')
    .join(' · ')
}
