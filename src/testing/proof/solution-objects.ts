import { paperEndpoints } from '../../modules/solutions/index.ts'
import { aMeasure, anAgreement, aPaper, aPaperInApproval, aSolution, aValidPaper } from '../a-solution.ts'
import { made, type Make, type ObjectKind } from './object-kind.ts'
import { inDays, today } from './sample-of.ts'

/** What paths of solutions name: the tenant's, written by its coordination. */
export const solutionObjects: Readonly<Record<string, ObjectKind>> = {
  '/api/interface-papers/:id': {
    table: 'interface_paper_version',
    make: async (_owner, { people }) => ({ id: (await aPaper(people.coordinator)).id }),
  },
  '/api/interface-papers/:id/comments/:commentId': {
    make: async (_owner, { people }) => {
      const { id } = await aPaper(people.coordinator)
      const body = { content: 'Wer ruft wen an?' }
      const paper = made(
        await people.coordinator.client.call(paperEndpoints.comment, { params: { id }, body }),
      )
      return { id, commentId: paper.comments[0]!.id }
    },
  },
  '/api/cooperation-agreements/:id': {
    table: 'cooperation_agreement',
    make: async (_owner, { people }) => ({ id: (await anAgreement(people.coordinator)).id! }),
  },
  '/api/solutions/:id': {
    table: 'solution',
    make: async (_owner, { people }) => ({ id: (await aSolution(people.coordinator)).id }),
  },
  '/api/measures/:id': {
    table: 'measure',
    make: async (owner) => ({ id: (await aMeasure(owner)).id }),
  },
}

const valid: Make = async (_owner, { people }) => ({ id: (await aValidPaper(people.coordinator, today)).id })

export const solutionStates: Readonly<Record<string, Make>> = {
  'POST /api/interface-papers/:id/answers': async (_owner, { people }) => {
    const { id, parties } = await aPaperInApproval(people.coordinator)
    return { id, party: parties[0]!.id }
  },
  'POST /api/interface-papers/:id/reviews': valid,
  'POST /api/interface-papers/:id/versions': valid,
}

export const paperBodies = {
  answer: (party: string) => ({ partyId: party, approval: 'agreed', saidBy: 'Fachdienstleitung' }),
  review: () => ({ nextOn: inDays(200) }),
}
