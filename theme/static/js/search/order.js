/**
 * The order of results. Among equal ones those of one's own municipality come first; then they follow a shuffle that
 * changes every day: no name and no region is always first. Neighbourhoods are shuffled, then who is in them, so that
 * the cards of those who come first lie together.
 *
 * @import { Candidate } from './matching.js'
 * @import { Query } from './query.js'
 *
 * @typedef {object} By
 * @property {Query['sort']} sort
 * @property {number | null} unit amounts for this unit come before others
 * @property {(number: number) => number} turn
 * @property {(candidate: Candidate) => boolean} isOwn
 * @property {(number: number, offers: Candidate[]) => number} [rank] by name or by distance
 */

/**
 * Providers in order, each with its offers in order: the first one is the one to show.
 *
 * @param {Iterable<[number, Candidate[]]>} found
 * @param {By} by
 * @returns {[number, Candidate[]][]}
 */
export function ordered(found, by) {
  const inside = comparison(by)
  const providers = [...found].map(([number, offers]) => {
    const own = offers.some(by.isOwn) ? 0 : 1
    return { number, own, rank: by.rank?.(number, offers) ?? 0, turn: by.turn(number), offers: offers.sort(inside) }
  })
  const between = by.sort === 'price' || by.sort === 'you-pay' ? costs(by) : byScore
  providers.sort((one, other) =>
    (one.rank === other.rank ? 0 : one.rank - other.rank) ||
    (by.rank ? 0 : between(one.offers[0], other.offers[0])) ||
    one.own - other.own || one.turn - other.turn || one.number - other.number)
  return providers.map(({ number, offers }) => [number, offers])
}

/**
 * The first of some things in their order.
 *
 * @template Thing
 * @param {Iterable<Thing>} things
 * @param {number} most
 * @param {(one: Thing, other: Thing) => number} compare
 */
export function first(things, most, compare) {
  /** @type {Thing[]} */
  const best = []
  for (const thing of things) {
    let at = best.length
    while (at > 0 && compare(thing, best[at - 1]) < 0) at -= 1
    if (at === most) continue
    best.splice(at, 0, thing)
    if (best.length > most) best.pop()
  }
  return best
}

/**
 * @param {By} by
 * @returns {(one: Candidate, other: Candidate) => number}
 */
function comparison(by) {
  const cost = costs(by)
  const apart = (/** @type {Candidate} */ one, /** @type {Candidate} */ other) => one.row.place - other.row.place
  return by.sort === 'price' || by.sort === 'you-pay'
    ? (one, other) => cost(one, other) || apart(one, other)
    : (one, other) => byScore(one, other) || cost(one, other) || apart(one, other)
}

/**
 * @param {Candidate} one
 * @param {Candidate} other
 */
function byScore(one, other) {
  return other.score - one.score
}

/**
 * What is told for other units comes after, each unit by itself.
 *
 * @param {By} by
 * @returns {(one: Candidate, other: Candidate) => number}
 */
function costs({ unit }) {
  const strange = (/** @type {Candidate} */ { compared }) => (compared.unit === unit ? -1 : (compared.unit ?? 99))
  const known = (/** @type {number | null} */ amount) => amount ?? Number.MAX_SAFE_INTEGER
  return (one, other) =>
    strange(one) - strange(other) ||
    known(one.compared.high) - known(other.compared.high) ||
    known(one.compared.low) - known(other.compared.low)
}

/**
 * When a provider's turn is on a day.
 *
 * @param {string} day
 * @param {(number: number) => number} blockOf
 * @returns {(number: number) => number}
 */
export function turns(day, blockOf) {
  /** @type {Map<number, number>} */
  const known = new Map()
  return (number) => {
    const block = blockOf(number)
    const turn = known.get(block) ?? hash(`${block} ${day}`)
    known.set(block, turn)
    // Both fit into the 53 bits of a whole number.
    return turn * 0x100000 + (hash(`${day} ${number}`) & 0xfffff)
  }
}

/**
 * FNV-1a over UTF-16 units, its bits then mixed as MurmurHash does, because the days differ in their last letter only.
 * Not a secret: a shuffle that anybody can repeat.
 *
 * @param {string} text
 */
export function hash(text) {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
