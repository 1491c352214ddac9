/**
 * Tables of offers as they are published, and their rows.
 *
 * @import { Kind } from './query.js'
 *
 * @typedef {[0 | 1, number, number | null, number, 0 | 1, ...any[]] | []} Facts
 *
 * @typedef {object} Table
 * @property {number[]} d providers, as gaps
 * @property {number | number[]} s
 * @property {(number | null)[]} p
 * @property {(0 | null | [number | null, number | null])[]} y
 * @property {number[]} f
 * @property {number[]} [g]
 * @property {number[]} [a]
 * @property {number[]} [n]
 * @property {number[][]} [areas]
 * @property {Facts[]} facts
 * @property {number[][]} [spoken]
 *
 * @typedef {object} Row an offer, or a provider that has none
 * @property {number} number of the provider
 * @property {number} service its place; -1 where there is no offer
 * @property {number | null} price cents
 * @property {number | null} low cents, the least that anybody pays
 * @property {number | null} high cents, the most
 * @property {Profile} profile
 * @property {number[]} languages
 * @property {number[]} area where it is delivered
 * @property {boolean} partly whether it is delivered elsewhere too, for all that its table tells
 * @property {boolean} mute whether its table does not tell who speaks what
 * @property {number} place in the table
 *
 * @typedef {object} Profile what many offers have in common
 * @property {Kind | null} kind
 * @property {number} origin
 * @property {number | null} unit
 * @property {number} moments bits
 * @property {boolean} home
 * @property {number | null} payUnit
 * @property {string} variant
 * @property {string | null} variantKey
 * @property {string | null} from
 * @property {string | null} until
 * @property {[string, number | null] | null} terms
 * @property {string} besides
 */

/** @type {Kind[]} */
export const KINDS = ['voucher', 'self-pay']

/**
 * The rows of a table.
 *
 * @param {Table} table
 * @param {number[]} [here] the municipality that it is of
 * @returns {Row[]}
 */
export function rowsOf({ d, s, p, y, f, g, a, areas = [], facts, spoken = [] }, here = []) {
  const numbers = ascending(d)
  const profiles = facts.map(profileOf)
  const delivered = areas.map(ascending)
  return numbers.map((number, place) => {
    const [price, paid] = [p[place], y[place]]
    const [low, high] = paid === 0 ? [price, price] : (paid ?? [null, null])
    const service = typeof s === 'number' ? s : s[place]
    const area = a ? delivered[a[place]] : here
    return { number, service, price, low, high, profile: profiles[f[place]], languages: g ? spoken[g[place]] : [], area, partly: !a, mute: !g, place }
  })
}

/**
 * @param {Facts} facts
 * @returns {Profile}
 */
function profileOf(facts) {
  const [kind, origin = -1, unit, moments = 0, home, payUnit, variant, variantKey, from, until, terms, besides] = facts
  return {
    kind: kind === undefined ? null : KINDS[kind],
    origin,
    unit: unit ?? null,
    moments,
    home: home === 1,
    payUnit: payUnit ?? unit ?? null,
    variant: variant ?? '',
    variantKey: variantKey ?? null,
    from: from ?? null,
    until: until ?? null,
    terms: terms ?? null,
    besides: besides ?? '',
  }
}

/**
 * Ascending numbers from the first one and the distances between them.
 *
 * @param {number[]} gaps
 */
export function ascending(gaps) {
  let last = 0
  return gaps.map((gap) => (last += gap))
}
