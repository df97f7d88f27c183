import {
  barrierKindLabels,
  daysLostLabels,
  lastingLabels,
  type BarrierKind,
  type DaysLost,
  type Lasting,
} from '../../structure/index.ts'

/** What a barrier adds to a comparison: its kind and its bands. */
export const barrierWords = (barrier: { kind: BarrierKind; daysLost: DaysLost; lasting: Lasting }): string =>
  `${barrierKindLabels[barrier.kind]}; verlorene Tage: ${daysLostLabels[barrier.daysLost]}; dauert schon: ${lastingLabels[barrier.lasting]}`
