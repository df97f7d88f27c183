import { Fragment, type ReactElement, type ReactNode } from 'react'

import type { FormHandle } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { LegalDomain, legalDomainLabels } from '../../structure/index.ts'
import { StationMark, stationMarkLabels } from '../contract/codes.ts'
import { emptyStation, moved, type Workspace } from './workspace-values.ts'

type Handle = Pick<FormHandle<Workspace>, 'values' | 'field' | 'set'>
type List = 'stations' | 'comparisons' | 'targetChain'
export const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: words[value] }))
export const legalDomains = optionsOf(LegalDomain.options, legalDomainLabels)

interface RowsProps {
  form: Handle
  list: List
  heading: string
  one: string
  empty: Workspace[List][number]
  children: (at: number) => ReactNode
}

/** A list of groups of fields that are added, dropped and put in order with buttons, so by keys as well. */
export function Rows({ form, list, heading, one, empty, children }: RowsProps): ReactElement {
  const rows = form.values[list] as readonly unknown[]
  const set = (next: readonly unknown[]) => form.set(list, next as never)
  return (
    <section className="lt-stack" aria-label={heading}>
      <h2 className="kern-heading-small">{heading}</h2>
      {rows.map((_, at) => (
        // Rows have no id: what is typed moves with them, the place is the key.
        <fieldset key={at} className="theme-station">
          <legend className="kern-label">
            {one} {at + 1}
          </legend>
          <div className="lt-stack">
            {children(at)}
            <div className="lt-actions">
              <Button
                size="small"
                icon="arrowUp"
                disabled={at === 0}
                onClick={() => set(moved(rows, at, -1))}
                aria-label={`${one} ${at + 1} nach oben`}
              >
                nach oben
              </Button>
              <Button
                size="small"
                icon="arrowDown"
                disabled={at === rows.length - 1}
                onClick={() => set(moved(rows, at, 1))}
                aria-label={`${one} ${at + 1} nach unten`}
              >
                nach unten
              </Button>
              <Button
                size="small"
                icon="trash"
                onClick={() => set(rows.filter((__, index) => index !== at))}
                aria-label={`${one} ${at + 1} entfernen`}
              >
                entfernen
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div className="lt-actions">
        <Button size="small" icon="add" onClick={() => set([...rows, empty])}>
          {one} hinzufügen
        </Button>
      </div>
    </section>
  )
}

function StationFields({ form, at }: { form: Handle; at: number }): ReactElement {
  return (
    <Fragment>
      <TextField label="Was war das?" required {...form.field(`stations.${at}.title`)} />
      <div className="lt-form__row">
        <TextField
          label="Monat"
          hint="gezählt vom Anfang"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.month`)}
        />
        <TextField
          label="Dauer in Wochen"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.durationWeeks`)}
        />
        <TextField
          label="Wartezeit davor in Wochen"
          inputMode="numeric"
          width="short"
          {...form.field(`stations.${at}.waitingWeeks`)}
        />
      </div>
      <TextArea label="Wie hat die Person es erlebt?" rows={2} {...form.field(`stations.${at}.happened`)} />
      <TextField label="Beteiligte Stellen" {...form.field(`stations.${at}.actors`)} />
      <ComboboxMany
        label="Rechtskreise"
        options={legalDomains}
        {...form.field(`stations.${at}.legalDomains`)}
      />
      <ChipsMany
        label="Auffällig"
        options={optionsOf(StationMark.options, stationMarkLabels)}
        {...form.field(`stations.${at}.marks`)}
      />
      <TextField label="Was hat geholfen?" {...form.field(`stations.${at}.helped`)} />
    </Fragment>
  )
}

/** The stations of a course, from the view of the person. */
export function Stations({ form }: { form: Handle }): ReactElement {
  return (
    <Rows
      form={form}
      list="stations"
      heading="Stationen aus Sicht der Person"
      one="Station"
      empty={emptyStation}
    >
      {(at) => <StationFields form={form} at={at} />}
    </Rows>
  )
}
