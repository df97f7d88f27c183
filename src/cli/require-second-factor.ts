import type { Command } from '../platform/server/cli/command.ts'
import { withOwner } from './with-owner.ts'

/** `lotse require-second-factor`: from the next sign-in on every account needs one; open sessions stay. */
export const requireSecondFactor: Command = async (_args, context) =>
  withOwner(context, async (owner) => {
    const { rowCount } = await owner.query(
      'update auth.account set second_factor_required = true where not second_factor_required',
    )
    context.say(`Der zweite Faktor ist jetzt bei ${rowCount} weiteren Konten vorgeschrieben.`)
    return 0
  })
