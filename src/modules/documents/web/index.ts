import type { WebModule } from '../../../platform/web/module.ts'

export { sizeOf } from './size-of.ts'
export { UploadForm } from './upload-form.tsx'

/** Documents: a tab of the case. */
export const documents: WebModule = {
  name: 'documents',
  parts: [
    {
      slot: 'case',
      key: 'dokumente',
      label: 'Dokumente',
      order: 70,
      right: 'document.read',
      load: () => import('./documents-part.tsx'),
    },
  ],
}
