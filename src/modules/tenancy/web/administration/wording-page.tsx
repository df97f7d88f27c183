import type { ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../../platform/web/api.ts'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { FieldSet } from '../../../../platform/web/ui/field-set.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { TextArea } from '../../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import {
  statementEndpoints,
  type NamingView,
  type PublicationView,
  type ScaleView,
} from '../../contract/administration/statements.ts'
import { namings } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryForm } from './entry-form.tsx'
import { EntryOrigin } from './entry-origin.tsx'
import { typed } from './form-values.ts'

const stay = () => {}

/** „Bezeichnungen“: what the district calls things, what stands on publications, the words of the scale (R003, R170). */
export function WordingPage(): ReactElement {
  return (
    <ConfigurationPage
      title="Bezeichnungen, Förderhinweis und Skala"
      intro="Wie der Kreis etwas nennt. Änderungen gelten sofort auf allen Seiten."
    >
      {({ naming, publication, scale }) => (
        <div className="lt-stack">
          {!naming && (
            <EmptyState title="Noch nichts geladen">
              Der Betrieb lädt zuerst die Datei des Kreises; danach lassen sich die Bezeichnungen hier ändern.
            </EmptyState>
          )}
          {naming && <NamingCard key={`n${naming.version}`} naming={naming} />}
          {publication && <PublicationCard key={`p${publication.version}`} publication={publication} />}
          {scale && <ScaleCard key={`s${scale.version}`} scale={scale} />}
        </div>
      )}
    </ConfigurationPage>
  )
}

const words = ['region', 'steeringGroup', 'projectGroup', 'coordinator'] as const
const Naming = z.object({
  buildingBlock: z.enum(['Baustein', 'Modul']),
  region: typed.label,
  steeringGroup: typed.label,
  projectGroup: typed.label,
  coordinator: typed.label,
})
const namingShown = (naming: NamingView): z.input<typeof Naming> => ({
  buildingBlock: naming.buildingBlock.label === 'Modul' ? 'Modul' : 'Baustein',
  region: naming.region.label,
  steeringGroup: naming.steeringGroup.label,
  projectGroup: naming.projectGroup.label,
  coordinator: naming.coordinator.label,
})

function NamingCard({ naming }: { naming: NamingView }): ReactElement {
  return (
    <Card title="Bezeichnungen">
      <EntryOrigin entry={{ editedAt: naming.editedAt, editedBy: naming.editedBy }} />
      <EntryForm
        schema={Naming}
        initial={namingShown(naming)}
        version={naming.version}
        thing="Bezeichnungen"
        labels={{ ...namings }}
        fromCurrent={namingShown}
        onDone={stay}
        save={(body, { ifMatch }) => call(statementEndpoints.naming, { body, ifMatch: ifMatch! })}
      >
        {(form) => (
          <>
            <RadioGroup
              label={namings['buildingBlock']!}
              horizontal
              options={[
                { value: 'Baustein', label: 'Baustein' },
                { value: 'Modul', label: 'Modul' },
              ]}
              {...form.field('buildingBlock')}
            />
            <FactSource fact={naming.buildingBlock} />
            {words.map((key) => (
              <div key={key}>
                <TextField label={namings[key]!} required width="medium" {...form.field(key)} />
                <FactSource fact={naming[key]} />
              </div>
            ))}
          </>
        )}
      </EntryForm>
    </Card>
  )
}

const Publication = z.object({
  funderNote: z
    .string()
    .trim()
    .min(1, 'Bitte geben Sie den Hinweis ein.')
    .max(2000, 'Bitte höchstens 2000 Zeichen.'),
  logos: z.string().transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
})
const publicationLabels = { funderNote: 'Förderhinweis', logos: 'Logos' }
const publicationShown = (publication: PublicationView): z.input<typeof Publication> => ({
  funderNote: publication.funderNote,
  logos: publication.logos.join('\n'),
})

function PublicationCard({ publication }: { publication: PublicationView }): ReactElement {
  return (
    <Card title="Förderhinweis auf Veröffentlichungen">
      <EntryOrigin entry={publication} />
      <EntryForm
        schema={Publication}
        initial={publicationShown(publication)}
        version={publication.version}
        thing="Förderhinweis"
        labels={publicationLabels}
        fromCurrent={publicationShown}
        onDone={stay}
        save={(body, { ifMatch }) => call(statementEndpoints.publication, { body, ifMatch: ifMatch! })}
      >
        {(form) => (
          <>
            <TextArea label={publicationLabels.funderNote} required rows={3} {...form.field('funderNote')} />
            <TextArea
              label={publicationLabels.logos}
              hint="Name je Zeile; die Bilder selbst liegen nicht in Lotse."
              rows={3}
              {...form.field('logos')}
            />
          </>
        )}
      </EntryForm>
    </Card>
  )
}

const Scale = z.object({
  withoutScaleAllowed: z.boolean(),
  steps: z.array(
    z.object({ value: z.number(), resource: typed.label, need: typed.label, clientView: typed.label }),
  ),
})
const scaleLabels = { withoutScaleAllowed: 'Auch ohne Skala', steps: 'Stufen' }
const scaleShown = ({ withoutScaleAllowed, steps }: ScaleView): z.input<typeof Scale> => ({
  withoutScaleAllowed,
  steps: steps.map(({ value, resource, need, clientView }) => ({ value, resource, need, clientView })),
})

function ScaleCard({ scale }: { scale: ScaleView }): ReactElement {
  return (
    <Card title="Skala des Assessments">
      <EntryOrigin entry={scale} />
      <EntryForm
        schema={Scale}
        initial={scaleShown(scale)}
        version={scale.version}
        thing="Skala"
        labels={scaleLabels}
        fromCurrent={scaleShown}
        onDone={stay}
        save={(body, { ifMatch }) => call(statementEndpoints.scale, { body, ifMatch: ifMatch! })}
      >
        {(form) => (
          <>
            <p className="kern-body kern-body--small">
              Die Zahlen bleiben, weil Einschätzungen als Zahl gespeichert sind. Ändern lassen sich die Worte.
            </p>
            {form.values.steps.map((step, at) => (
              <FieldSet key={step.value} id={`stufe-${step.value}`} label={`Stufe ${step.value}`}>
                <div className="lt-form__row">
                  <TextField label="Ressource" required {...form.field(`steps.${at}.resource`)} />
                  <TextField label="Bedarf" required {...form.field(`steps.${at}.need`)} />
                  <TextField label="Sicht der Person" required {...form.field(`steps.${at}.clientView`)} />
                </div>
              </FieldSet>
            ))}
            <Checkbox
              label="Einschätzen geht auch ohne Skala, nur mit Worten"
              {...form.field('withoutScaleAllowed')}
            />
          </>
        )}
      </EntryForm>
    </Card>
  )
}
