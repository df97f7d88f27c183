import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { call } from '../../../platform/web/api.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import { keepAnswer, useView, viewKey } from '../../../platform/web/use-view.ts'
import { caseEndpoints } from '../../cases/index.ts'
import type { AssessmentScreen, RatingView, SummaryView } from '../contract/assessment.ts'
import { assessmentEndpoints } from '../contract/endpoints.ts'

type Work = () => Promise<AssessmentScreen>

/** The assessments of a case, and what changes them. Every answer goes into the cache; nothing is read twice. */
export function useAssessment(caseId: string) {
  const client = useQueryClient()
  const key = useMemo(() => viewKey(assessmentEndpoints.ofCase, { params: { id: caseId } }), [caseId])
  // Who comes back from recording a legal basis must not find its domain still locked.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: key, refetchType: 'active' }, { cancelRefetch: false })
  }, [client, key])
  const view = useView(assessmentEndpoints.ofCase, { params: { id: caseId } })
  const change = useMutation({
    mutationFn: (work: Work) => work(),
    onSuccess: (screen) => {
      keepAnswer(client, key, screen)
      // The head of the case says when the next assessment is due.
      return client.invalidateQueries({ queryKey: viewKey(caseEndpoints.read, { params: { id: caseId } }) })
    },
    onError: () => void view.refetch(),
  })
  const actions = useMemo(() => {
    const run = (work: Work, done: string) => change.mutate(work, { onSuccess: () => toast(done) })
    return {
      start: (withScale: boolean) =>
        run(
          () => call(assessmentEndpoints.start, { params: { id: caseId }, body: { withScale } }),
          'Assessment begonnen',
        ),
      complete: (id: string, version: number) =>
        run(
          () => call(assessmentEndpoints.complete, { params: { id }, ifMatch: version }),
          'Assessment abgeschlossen',
        ),
      discard: (id: string, version: number) =>
        run(
          () => call(assessmentEndpoints.discard, { params: { id }, ifMatch: version }),
          'Assessment verworfen',
        ),
      undoCompletion: (id: string, version: number) =>
        run(
          () => call(assessmentEndpoints.undoCompletion, { params: { id }, ifMatch: version }),
          'Abschluss zurückgenommen',
        ),
    }
  }, [caseId, change])
  return { view, actions, busy: change.isPending, error: change.error }
}

/** Puts a saved row or summary into the cache, so that chart, summary and progress follow while one types. */
export function useKeepSaved(caseId: string) {
  const client = useQueryClient()
  return useMemo(() => {
    const key = viewKey(assessmentEndpoints.ofCase, { params: { id: caseId } })
    const update = (
      assessmentId: string,
      part: (current: NonNullable<AssessmentScreen['current']>) => object,
    ) => {
      keepAnswer<AssessmentScreen>(client, key, (screen) =>
        screen?.current?.id === assessmentId
          ? { ...screen, current: { ...screen.current, ...part(screen.current) } }
          : screen,
      )
    }
    return {
      rating: (assessmentId: string, saved: RatingView) =>
        update(assessmentId, ({ ratings }) => ({
          ratings: [...ratings.filter((one) => !isSameRow(one, saved)), saved],
        })),
      summary: (assessmentId: string, summary: SummaryView) => update(assessmentId, () => ({ summary })),
    }
  }, [client, caseId])
}

const isSameRow = (a: RatingView, b: RatingView) => a.lifeDomain === b.lifeDomain && a.personId === b.personId
