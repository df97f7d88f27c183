export { reconstructionEndpoints, themeEndpoints } from './contract/endpoints.ts'
export type { ThemeView } from './contract/themes.ts'
export type { ReconstructionView } from './contract/reconstructions.ts'
