export { StructureTabs } from '../../structure/web/index.ts'
