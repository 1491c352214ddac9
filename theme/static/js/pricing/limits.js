/**
 * A month's bill, and how much of it a voucher covers where so many units are granted or at most an amount is paid.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { ShareRule, ValueRule } from './rules.js'
 */

import { cents, halfUp, millionths, plain, readDecimal } from './fraction.js'
import { unitsOf } from './household.js'
import { exact } from './outcome.js'

/**
 * The units of a month that the voucher pays for, in millionths.
 *
 * @param {{ unitsAtMost?: number }} rule
 * @param {number} units millionths
 */
export function coveredUnits({ unitsAtMost }, units) {
  return unitsAtMost === undefined ? units : Math.min(units, unitsAtMost * 1_000_000)
}

/**
 * A value with what it covers of a month, where more than that is used. Of a unit no more counts than it costs.
 *
 * @param {ValueRule} rule
 * @param {Outcome} made
 * @param {number | null} price cents
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function limited(rule, made, price, situation) {
  const units = situation && unitsOf(situation, rule.unit ?? null)
  if (units === null || 'reason' in rule) return made
  const covered = coveredUnits(rule, units)
  if (covered < units) made = { ...made, covered: plain(covered) }
  const most = 'monthAtMost' in rule ? rule.monthAtMost : undefined
  const each = exact(made)
  if (most === undefined || each === null) return made
  return times(Math.min(each, price ?? each), covered) <= most ? made : { ...made, month: most }
}

/**
 * A share of one unit with what further units cost, which the voucher does not cover; a month's holds them.
 *
 * @param {Outcome} made
 * @param {number | null} price cents
 * @param {Outcome} value
 * @returns {Outcome}
 */
export function shared(made, price, { covered }) {
  return covered === null || made.month !== null ? { ...made, covered: null } : { ...made, covered, full: price }
}

/**
 * A share whose month comes to no more than the rule's limit, apart from what the voucher does not cover.
 *
 * @param {ShareRule | null} rule
 * @param {Outcome} made
 * @param {number | null} price cents
 * @param {Outcome} value
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function atMostMonthly(rule, made, price, value, situation) {
  const most = rule && 'monthAtMost' in rule ? rule.monthAtMost : undefined
  const units = situation && unitsOf(situation, value.unit ?? made.unit)
  const each = exact(made)
  if (most === undefined || units === null || each === null || (made.covered !== null && price === null)) return made
  const past = pastBill(price, value, situation)
  const covered = made.covered === null ? 0 : readDecimal(made.covered)
  const own = made.month === null ? times(each, covered || units) : made.month - past
  return own <= most ? made : { ...made, month: most + past, covered: null, full: null }
}

/**
 * A month of so many units, of which those not covered cost their whole price.
 *
 * @param {number} each cents
 * @param {number} price cents
 * @param {number} units millionths
 * @param {string | null} covered
 */
export function monthAt(each, price, units, covered) {
  if (covered === null) return times(each, units)
  return times(each, readDecimal(covered)) + times(price, units - readDecimal(covered))
}

/**
 * So many units at an amount, in whole cents.
 *
 * @param {number} amount cents
 * @param {number} units millionths
 */
export function times(amount, units) {
  return halfUp(cents(amount).times(millionths(units)))
}

/**
 * What the units that the voucher does not cover cost in a month, where that is known.
 *
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation | null} situation
 */
export function pastBill(price, { unit, covered }, situation) {
  const units = situation && unitsOf(situation, unit)
  return price === null || units === null || covered === null ? 0 : times(price, units - readDecimal(covered))
}

/**
 * Whether a share is told by the month, the value by something shorter.
 *
 * @param {ShareRule} rule
 * @param {Outcome} value
 */
export function byMonth(rule, { unit }) {
  return rule.unit === 'month' && unit !== null && unit !== 'month'
}

/**
 * What the provider charges for the month, where price and use are known.
 *
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation | null} situation
 */
export function billOfMonth(price, { unit }, situation) {
  const units = situation && unitsOf(situation, unit)
  return price === null || units === null ? null : times(price, units)
}
