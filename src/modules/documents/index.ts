export {
  documentEndpoints,
  documentKindLabels,
  mediaTypeLabels,
  MAX_BYTES,
  DocumentKind,
  MediaType,
  type DocumentView,
} from './contract/documents.ts'
export { titleOf } from './rules.ts'
