import type { ReactElement } from 'react'

import { dayOf } from '../../../../platform/web/dates.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import type { WordingDefault, WordingLanguage, WordingVersion } from '../../contract/wording.ts'
import { WordingFaults } from './wording-faults.tsx'

interface WordingInUseProps {
  active: WordingVersion | undefined
  standard: WordingDefault | undefined
  language: WordingLanguage
}

/** What clients read today, and who has checked it. */
export function WordingInUse({ active, standard, language }: WordingInUseProps): ReactElement {
  if (active) {
    return (
      <Card
        title="In Gebrauch"
        end={
          active.legallyCheckedBy ? (
            <Badge tone="success">juristisch geprüft</Badge>
          ) : (
            <Badge tone="warning">nicht juristisch geprüft</Badge>
          )
        }
      >
        <p className="kern-body">
          Fassung {active.number}, seit <Day at={dayOf(active.activatedAt!)} />, in Gebrauch genommen von{' '}
          {active.activatedBy}.{active.legallyCheckedBy && ` Geprüft durch: ${active.legallyCheckedBy}.`}
        </p>
      </Card>
    )
  }
  if (!standard) {
    return (
      <Card title="In Gebrauch">
        <p className="kern-body">
          In dieser Sprache gibt es noch keinen Text. Gedruckt wird dann nur der deutsche. Schreiben Sie eine
          Fassung, um sie daneben zu drucken.
        </p>
      </Card>
    )
  }
  return (
    <Card title="In Gebrauch" end={<Badge tone="warning">Vorgabe, nicht juristisch geprüft</Badge>}>
      <div className="lt-stack">
        <p className="kern-body">
          Es gilt die Vorgabe des Programms. Niemand hat sie für Ihren Kreis geprüft.
          {language !== 'de' &&
            !standard.nativeChecked &&
            ' Auch die Übersetzung hat noch niemand geprüft, der die Sprache von Haus aus spricht.'}
        </p>
        {standard.missing.length > 0 && (
          <Alert tone="warning" title="Der Vorgabe fehlt etwas">
            <WordingFaults faults={standard.missing} />
          </Alert>
        )}
      </div>
    </Card>
  )
}
