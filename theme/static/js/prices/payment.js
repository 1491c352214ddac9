/**
 * What one offer comes to for one person: what the voucher pays and what is left to the client.
 *
 * @import { Limit, Outcome } from '../pricing/outcome.js'
 * @import { AddOn, Cost, ShareRule, ValueRule } from '../pricing/rules.js'
 * @import { Person } from './person.js'
 *
 * @typedef {object} Offer as views/offer_data.py writes it
 * @property {string | null} voucher none where one pays everything oneself
 * @property {string | null} variant
 * @property {number | null} price cents
 * @property {string | null} unit
 * @property {string} day on which these terms hold
 * @property {Cost[]} [costs] what one pays besides
 * @property {string[]} [apart] what else one pays that is in no sum, for the middle of a sentence
 * @property {string} [besides] the same in a few words, where they do not stand below the amount
 * @property {{ day: string, price: number | null }[]} [later] the days on which something is decided to change
 *
 * @typedef {object} VoucherRules as outputs/price_rules.py writes them
 * @property {string | null} ask whom to ask, as a sentence
 * @property {ValueRule[]} values
 * @property {ShareRule[]} shares
 * @property {string} organiser
 *
 * @typedef {object} Payment
 * @property {Outcome | null} value what the voucher pays; nothing where there is no voucher or it names no value
 * @property {Outcome} share with what limits the month
 * @property {AddOn[]} extras what is charged besides the share
 */
import { inForce, onTop, shareOf, valueOf } from '../pricing.js'
import { exactly, outcome } from '../pricing/outcome.js'
import { voucherPart } from '../pricing/voucher-part.js'
import { situationOf } from './person.js'

/**
 * @param {Offer} offer
 * @param {VoucherRules | null} rules the offer's voucher's
 * @param {Person | null} person
 * @returns {Payment}
 */
export function paymentOf(offer, rules, person) {
  const { variant, day, unit } = offer
  const known = person && situationOf(person, unit)
  const valueRule = rules && inForce(rules.values, variant, day)
  const shareRule = rules && inForce(rules.shares, variant, day)
  // A value for another unit than the price's has nothing to do with that price.
  const sameUnit = valueRule?.unit === undefined || valueRule.unit === unit
  const price = sameUnit ? offer.price : null
  const value = valueRule && valueOf(valueRule, price, known)
  const left = rules
    ? shareOf(shareRule, price, value ?? outcome('unknown'), variant, day, known)
    : own(offer)
  /** @type {Outcome} */
  const told = left.why === 'needs_price' && !sameUnit ? { ...left, why: 'other_unit' } : left
  const share = { ...readable(value, told), limits: limitsOf(valueRule, shareRule) }
  const extras = rules ? onTop(shareRule, variant, day) : []
  const paid = value && voucherPart(value, share, price, known)
  return { value: paid, share, extras }
}

/**
 * A share whose steps can be followed: an amount of the voucher's that they use has been worked out before them.
 *
 * @param {Outcome | null} value
 * @param {Outcome} share
 * @returns {Outcome}
 */
function readable(value, share) {
  if (!value || !share.steps.some(({ parts }) => parts.some(({ role }) => role === 'value'))) return share
  const before = new Set(value.steps.map((step) => JSON.stringify(step)))
  const own = share.steps.filter((step) => !before.has(JSON.stringify(step)))
  return { ...share, steps: [...value.steps, ...own] }
}

/** @param {Offer} offer */
function own({ price, unit }) {
  return price === null ? outcome('unknown', { why: 'needs_price', unit }) : exactly(price, unit)
}

/**
 * What a month's limits are, which no amount of one unit shows.
 *
 * @param {ValueRule | null} value
 * @param {ShareRule | null} share
 */
function limitsOf(value, share) {
  /** @type {Limit[]} */
  const found = []
  if (value && 'monthAtMost' in value) found.push({ kind: 'paid', most: value.monthAtMost ?? 0, unit: null })
  if (value && 'unitsAtMost' in value) found.push({ kind: 'covered', most: value.unitsAtMost ?? 0, unit: value.unit })
  if (share && 'monthAtMost' in share) found.push({ kind: 'share', most: share.monthAtMost ?? 0, unit: null })
  return found
}
