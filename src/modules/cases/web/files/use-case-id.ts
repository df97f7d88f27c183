import { useParams } from '@tanstack/react-router'

/** The id of the case in the address. */
export const useCaseId = (): string => (useParams({ strict: false }) as { id: string }).id
