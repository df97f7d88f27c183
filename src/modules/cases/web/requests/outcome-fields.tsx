import type { ReactElement } from 'react'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Chips, ChipsMany } from '../../../../platform/web/ui/chips.tsx'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { RadioGroup } from '../../../../platform/web/ui/radio-group.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { WithdrawalReason, withdrawalReasonLabels } from '../../contract/requests/index.ts'
import { useLists, usePlaces } from '../use-lists.ts'
import { outcomeLabels as labels, type OutcomeFormValues } from './outcome-form-values.ts'

type Kind = OutcomeFormValues['outcome']['kind']

const kinds: Readonly<Record<Kind, string>> = {
  advised: 'beraten',
  signposted: 'an eine andere Stelle verwiesen',
  withdrawn: 'ohne Beratung erledigt',
}
const minutes = ['10', '15', '30', '45', '60'].map((value) => ({ value, label: value }))
const reasons = WithdrawalReason.options.map((value) => ({ value, label: withdrawalReasonLabels[value] }))

interface OutcomeFieldsProps {
  form: FormHandle<OutcomeFormValues>
  kinds: readonly Kind[]
  /** Without a name every topic is only counted; beside one the locked topics wait for their legal basis. */
  nameless: boolean
}

/** What came of it. Without a reason to ask more, three taps are enough. */
export function OutcomeFields({ form, kinds: offered, nameless }: OutcomeFieldsProps): ReactElement {
  const lists = useLists()
  const { organisations } = usePlaces()
  const { field } = form
  const { kind } = form.values.outcome
  const kindField = field('outcome.kind')
  return (
    <>
      <RadioGroup
        label={labels['outcome.kind']!}
        options={offered.map((value) => ({ value, label: kinds[value] }))}
        {...kindField}
      />
      {kind === 'withdrawn' ? (
        <RadioGroup
          label={labels['outcome.reason']!}
          required
          options={reasons}
          {...field('outcome.reason')}
        />
      ) : (
        <>
          <ChipsMany
            label={labels['lifeDomains']!}
            options={lists.lifeDomains(nameless)}
            {...field('lifeDomains')}
          />
          {kind === 'signposted' && (
            <div className="lt-form__row">
              <Combobox
                label={labels['outcome.organisationId']!}
                options={organisations}
                {...field('outcome.organisationId')}
              />
              <TextField
                label={labels['outcome.service']!}
                hint="Wenn die Stelle nicht in der Liste steht, oder genauer als die Stelle."
                {...field('outcome.service')}
              />
            </div>
          )}
          <Combobox label={labels['language']!} options={lists.options('language')} {...field('language')} />
          <Chips
            label={labels['outcome.minutes']!}
            hint="Freiwillig. Das sehen nur Sie selbst."
            options={minutes}
            {...field('outcome.minutes')}
          />
        </>
      )}
    </>
  )
}
