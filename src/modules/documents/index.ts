export {
  documentEndpoints,
  documentKindLabels,
  mediaTypeLabels,
  MAX_BYTES,
  type DocumentKind,
  type DocumentView,
} from './contract/documents.ts'
