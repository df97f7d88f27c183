export interface ModelCase {
  responsible: string
  organisation: string
  closed: boolean
  /** The client agreed that the KIM team works with the file. */
  team: boolean
  /** Names and contact notes released to the coordinator. */
  released: boolean
  /** Names opened by the coordinator for a reason. */
  reason: boolean
  /** Consents in force that let the partner's office know the client's identity. */
  shares: number
  /** States of the referrals to that office, in the order in which they were sent. */
  referrals: string[]
}

/** Where a referral can go from where it is, and what becomes of it when nothing covers it any more. */
const goesOn: Readonly<Record<string, readonly string[]>> = {
  sent: ['accepted', 'declined'],
  accepted: ['running', 'brokenOff'],
  running: ['completed', 'brokenOff'],
}
const endedAs = (state: string): string =>
  state === 'sent' ? 'withdrawn' : state in goesOn ? 'brokenOff' : state

interface People {
  readonly employers: Readonly<Record<string, string>>
  readonly tenants: Readonly<Record<string, string>>
  /** Over whom the coordinator `koord` has oversight. */
  readonly oversees: readonly string[]
  /** Who belongs to the office that the referrals of its tenant go to. */
  readonly partners: readonly string[]
}

/**
 * Who sees what, said once more in a few lines and without a database. Each method answers whether the step is
 * allowed and, if so, takes it. The bits are those of `case_access.parts`.
 */
export class AccessModel {
  readonly cases = new Map<string, ModelCase>()
  readonly #deputies = new Set<string>()
  readonly #people: People

  constructor(people: People) {
    this.#people = people
  }

  copy(): AccessModel {
    const copied = new AccessModel(this.#people)
    for (const [key, file] of this.cases) copied.cases.set(key, { ...file, referrals: [...file.referrals] })
    for (const pair of this.#deputies) copied.#deputies.add(pair)
    return copied
  }

  partsOf(name: string, key: string): number {
    const file = this.cases.get(key)!
    if (name === 'koord') return this.#partsOfCoordinator(file)
    if (file.responsible === name) return 127
    const standsIn = this.#deputies.has(`${file.responsible} ${name}`)
    return standsIn && (file.team || this.#people.employers[name] === file.organisation) ? 127 : 0
  }

  #partsOfCoordinator(file: ModelCase): number {
    if (!this.#people.oversees.includes(file.responsible)) return 0
    const sameEmployer = this.#people.employers['koord'] === file.organisation
    return 1 | (file.team ? 63 : 0) | (file.released ? 6 : 0) | (file.reason && sameEmployer ? 2 : 0)
  }

  #works = (name: string, key: string): boolean => (this.partsOf(name, key) & 64) !== 0

  handOver(key: string, who: string, to: string): boolean {
    const file = this.cases.get(key)!
    const { tenants, oversees, employers } = this.#people
    const coordinates = who === 'koord' && oversees.includes(file.responsible) && oversees.includes(to)
    if (!this.#works(who, key) && !coordinates) return false
    if (file.closed || file.responsible === to || tenants[to] !== tenants[file.responsible]) return false
    file.responsible = to
    file.organisation = employers[to]!
    return true
  }

  deputise(absent: string, deputy: string): boolean {
    const pair = `${absent} ${deputy}`
    const { tenants } = this.#people
    if (absent === deputy || tenants[absent] !== tenants[deputy] || this.#deputies.has(pair)) return false
    this.#deputies.add(pair)
    return true
  }

  endDeputy(absent: string, deputy: string): boolean {
    return this.#deputies.delete(`${absent} ${deputy}`)
  }

  agree(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || file.closed) return false
    file.team = true
    return true
  }

  withdraw(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || !file.team) return false
    file.team = false
    return true
  }

  release(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (file.closed || !this.#works(who, key)) return false
    if (!this.#people.oversees.includes(file.responsible)) return false
    file.released = true
    return true
  }

  openForReason(key: string): boolean {
    const file = this.cases.get(key)!
    const sameEmployer = this.#people.employers['koord'] === file.organisation
    if (file.closed || !sameEmployer || !this.#people.oversees.includes(file.responsible)) return false
    file.reason = true
    return true
  }

  close(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || file.closed) return false
    Object.assign(file, { closed: true, team: false, released: false, reason: false, shares: 0 })
    file.referrals = file.referrals.map(endedAs)
    return true
  }

  reopen(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || !file.closed) return false
    file.closed = false
    return true
  }

  share(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || file.closed) return false
    file.shares += 1
    return true
  }

  unshare(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || file.shares === 0) return false
    file.shares -= 1
    if (file.shares === 0) file.referrals = file.referrals.map(endedAs)
    return true
  }

  refer(key: string, who: string): boolean {
    const file = this.cases.get(key)!
    if (!this.#works(who, key) || file.closed || file.shares === 0) return false
    file.referrals.push('sent')
    return true
  }

  takeBack(key: string, who: string): boolean {
    const { referrals } = this.cases.get(key)!
    const state = referrals.at(-1)
    if (!this.#works(who, key) || (state !== 'sent' && state !== 'accepted')) return false
    referrals[referrals.length - 1] = 'withdrawn'
    return true
  }

  /** Whether the referral was sent to the office of this partner: then there is at least the fact of it. */
  receives(partner: string, key: string): boolean {
    const { tenants, partners } = this.#people
    return partners.includes(partner) && tenants[partner] === tenants[this.cases.get(key)!.responsible]
  }

  /** Whether a partner reads what it says, now. */
  reads(partner: string, key: string, place: number): boolean {
    const { referrals, shares } = this.cases.get(key)!
    return this.receives(partner, key) && shares > 0 && (referrals[place] ?? '') in goesOn
  }

  answer(key: string, partner: string, to: string): boolean {
    const { referrals } = this.cases.get(key)!
    const last = referrals.length - 1
    if (!this.reads(partner, key, last) || !goesOn[referrals[last]!]!.includes(to)) return false
    referrals[last] = to
    return true
  }
}
