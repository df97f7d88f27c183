import { demoAccounts } from '../../src/demo/accounts.ts'

/** How Lotse names the person behind a demo login. */
export function nameOf(login: string): string {
  const account = Object.values(demoAccounts)
    .flat()
    .find((one) => one.login === login)
  if (!account) throw new Error(`no demo account ${login}`)
  return `${account.givenName} ${account.familyName}`
}
