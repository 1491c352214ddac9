/**
 * What one offer comes to for one person: the voucher's value, the client's share, and a month of it.
 *
 * @import { MonthTotal } from '../pricing/month.js'
 * @import { Outcome } from '../pricing/outcome.js'
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
 *
 * @typedef {object} VoucherRules as outputs/price_rules.py writes them
 * @property {string} name
 * @property {string | null} ask whom to ask, as a sentence
 * @property {ValueRule[]} values
 * @property {ShareRule[]} shares
 * @property {string} organiser
 *
 * @typedef {object} Payment
 * @property {Outcome | null} value nothing where there is no voucher or it names no value
 * @property {Outcome} share
 * @property {AddOn[]} extras what is charged besides the share
 * @property {MonthTotal | null} month nothing where nobody told how much is used
 */
import { inForce, monthOf, onTop, shareOf, situation, valueOf } from '../pricing.js'
import { exactly, outcome } from '../pricing/outcome.js'
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
  const share = left.why === 'needs_price' && !sameUnit ? { ...left, why: 'other_unit' } : left
  const extras = rules ? onTop(shareRule, variant, day) : []
  const month = monthOf(share, known ?? situation({}), extras, offer.costs ?? [], unit)
  return { value, share, extras, month: month.lines[0].high === null ? null : month }
}

/** @param {Offer} offer */
function own({ price, unit }) {
  return price === null ? outcome('unknown', { why: 'needs_price', unit }) : exactly(price, unit)
}
