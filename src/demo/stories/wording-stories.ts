import { wordingEndpoints } from '../../modules/consent/index.ts'
import type { Player, Stage } from '../stage.ts'

/** The administrator puts the German text of the consent to use, and works on a version that still lacks something. */
export async function playWordings(stage: Stage, administrator: Player): Promise<void> {
  stage.day(0)
  const { defaults } = await administrator.call(wordingEndpoints.list)
  const { kind, language, sections } = defaults.find(
    (one) => one.kind === 'consent' && one.language === 'de',
  )!
  const own = {
    ...sections,
    controller: `${sections.controller} Telefon 00000 000000, kim@kreis.example.`,
    protectionOfficer: `${sections.protectionOfficer} E-Mail: datenschutz@kreis.example.`,
  }
  const save = (text: typeof sections) =>
    administrator.call(wordingEndpoints.save, { body: { kind, language, sections: text } })
  const first = await save(own)
  await administrator.call(wordingEndpoints.activate, {
    params: { id: first.id },
    ifMatch: first.version,
    body: {},
  })
  await save({ ...own, protectionOfficer: sections.protectionOfficer })
}
