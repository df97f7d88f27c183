import type { ReactElement } from 'react'
import { z } from 'zod'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { formatInstant } from '../../../platform/web/dates.ts'
import { PaperSection, sectionLabels, sections } from '../contract/codes.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView } from '../contract/papers.ts'

interface CommentsProps {
  paper: PaperView
  onChanged: () => void
}

/** What the team remarks while a version is drafted and agreed; settled ones stay readable. */
export function PaperComments({ paper, onChanged }: CommentsProps): ReactElement | null {
  const mayComment = paper.can.includes('comment')
  if (paper.comments.length === 0 && !mayComment) return null
  const settle = async (commentId: string) => {
    await call(paperEndpoints.settleComment, { params: { id: paper.id, commentId } })
    toast('Anmerkung erledigt')
    onChanged()
  }
  return (
    <Card title="Anmerkungen">
      {paper.comments.length === 0 && (
        <p className="kern-body">Noch keine. Sagen Sie, was in der Fallarbeit so nicht geht oder fehlt.</p>
      )}
      <ul className="solutions-list">
        {paper.comments.map((comment) => (
          <li key={comment.id}>
            <strong>{comment.section === null ? 'Zum Papier' : sectionLabels[comment.section]}</strong>
            <p className="kern-body solutions-words">{comment.content}</p>
            <p className="kern-body--muted">
              {comment.by}, {formatInstant(comment.at)}
              {comment.settledOn !== null && ' · erledigt'}
            </p>
            {comment.settledOn === null && paper.can.includes('settleComment') && (
              <Button size="small" variant="tertiary" onClick={() => void settle(comment.id)}>
                Als erledigt festhalten
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayComment && <CommentForm paper={paper} onChanged={onChanged} />}
    </Card>
  )
}

const Comment = z.object({
  section: z.union([z.literal(''), PaperSection]).transform((section) => (section === '' ? null : section)),
  content: text(2000),
})

function CommentForm({ paper, onChanged }: CommentsProps): ReactElement {
  const initial: z.input<typeof Comment> = { section: '', content: '' }
  const form = useForm({
    schema: Comment,
    initial,
    draftKey: `paper-comment:${paper.id}`,
    submit: async (body, { idempotencyKey }) => {
      await call(paperEndpoints.comment, { params: { id: paper.id }, body, idempotencyKey })
      toast('Anmerkung gespeichert')
      form.replace(initial)
      onChanged()
    },
  })
  return (
    <Form form={form} action="Anmerkung speichern" labels={{ section: 'Wozu?', content: 'Anmerkung' }}>
      <Select
        label="Wozu?"
        width="medium"
        empty="Zum Papier als Ganzes"
        options={sections.map((value) => ({ value, label: sectionLabels[value] }))}
        {...form.field('section')}
        onChange={(value) => form.set('section', value as z.input<typeof Comment>['section'])}
      />
      <TextArea
        label="Anmerkung"
        hint="Ohne Namen und ohne Einzelheiten aus Fällen."
        rows={3}
        maxLength={2000}
        required
        {...form.field('content')}
      />
    </Form>
  )
}
