/**
 * What one unit of an offer costs: what the provider charges, or what the client pays of it. Units are never mixed: an
 * amount for another unit is not compared at all.
 *
 * @import { Choices } from './boot.js'
 * @import { Measure, Query } from './query.js'
 * @import { Row } from './tables.js'
 *
 * @typedef {object} PricedOffer what the rules of a voucher need to know of an offer
 * @property {string | null} voucher none where one pays everything oneself
 * @property {string | null} variant
 * @property {number | null} price cents
 * @property {string | null} unit
 * @property {string} day on which these terms hold
 * @property {string} besides what comes on top, in a few words
 *
 * @typedef {object} Share what a client pays for one unit of an offer
 * @property {number | null} low cents, the least it can be
 * @property {number | null} high cents, the most it can be; only this is certain
 * @property {string | null} unit key
 *
 * @typedef {((offer: PricedOffer) => Share | null) | null} Yours what one person pays; nothing where there is nothing to
 *   add to what is known of everybody
 *
 * @typedef {object} Cost
 * @property {number | null} low
 * @property {number | null} high
 * @property {number | null} unit its place
 */

/**
 * An offer as the price rules ask for it.
 *
 * @param {Row} row
 * @param {Choices} choices
 * @param {string} day of the index
 * @returns {PricedOffer}
 */
export function pricedOf({ price, profile }, choices, day) {
  const { kind, origin, variantKey, unit, terms, besides } = profile
  const [from, then] = terms ?? [day, price]
  return {
    voucher: kind === 'voucher' ? choices.origins[origin].key : null,
    variant: variantKey,
    price: then,
    unit: unit === null ? null : choices.units[unit].key,
    day: from,
    besides,
  }
}

export class Costs {
  /**
   * @param {Choices} choices
   * @param {string} day of the index
   * @param {Yours} yours
   */
  constructor(choices, day, yours) {
    this.choices = choices
    this.day = day
    this.yours = yours
  }

  /**
   * @param {Row} row
   * @param {Measure} measure
   * @returns {Cost}
   */
  of(row, measure) {
    const { price, low, high, profile } = row
    if (measure === 'price') return { low: price, high: price, unit: profile.unit }
    const own = this.yours && profile.kind !== null ? this.yours(pricedOf(row, this.choices, this.day)) : null
    if (!own) return { low, high, unit: profile.payUnit }
    return { low: own.low, high: own.high, unit: this.choices.places('units', [own.unit])[0] ?? null }
  }
}

/**
 * Which amounts put a query's offers in order: those it sorts by, else those it limits.
 *
 * @param {Query} query
 * @returns {Measure}
 */
export function comparing({ sort, of }) {
  return sort === 'price' || sort === 'you-pay' ? sort : of
}
