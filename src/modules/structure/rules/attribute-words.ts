import {
  AGE_GROUPS,
  labelOf,
  LANGUAGES,
  NATIONALITIES,
  NATIONALITY_GROUPS,
  RESIDENCE_STATUSES,
} from '../../../platform/contract/code-lists/index.ts'
import { attributeKindLabels, type AttributeKind } from '../contract/codes.ts'

/** An attribute's value in words, as far as the program has a list for it. */
export function attributeWords(kind: AttributeKind, value: string): string {
  const words: Partial<Record<AttributeKind, string | undefined>> = {
    ageGroup: labelOf(AGE_GROUPS, value),
    language: labelOf(LANGUAGES, value),
    nationality: labelOf(NATIONALITIES, value),
    originGroup: (NATIONALITY_GROUPS as Readonly<Record<string, string>>)[value],
    residence: labelOf(RESIDENCE_STATUSES, value),
  }
  return `${attributeKindLabels[kind]}: ${words[kind] ?? value}`
}
