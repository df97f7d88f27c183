export { committeeEndpoints, meetingEndpoints } from './contract/endpoints.ts'
export {
  decisionEndpoints,
  feedbackEndpoints,
  followUpEndpoints,
  formatRequestEndpoints,
  memberEndpoints,
} from './contract/register-endpoints.ts'
export { decisionKindLabels, SubjectKind } from './contract/codes.ts'
export type { CommitteeView } from './contract/committees.ts'
export type { MeetingView, MovedMeeting } from './contract/meetings.ts'
export type { DecisionView } from './contract/registers.ts'
