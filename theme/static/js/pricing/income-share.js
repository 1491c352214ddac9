/**
 * Vouchers that pay what is left of a month's bill after the client's share by income.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { IncomeShare } from './rules.js'
 *
 * @typedef {object} Use how much of one time band is used in a month
 * @property {IncomeShare} rule
 * @property {string} units a decimal: '12.5'
 * @property {number | null} price
 */

import { cents, Fraction, halfUp, millionths, plain, readDecimal } from './fraction.js'
import { unitsOf, usesNothing } from './household.js'
import { monthShare } from './income.js'
import { coveredUnits } from './limits.js'
import { between, exact, needs, nothing, outcome, then } from './outcome.js'
import { money, number, sign, step } from './steps.js'

/**
 * The price the organiser accounts for one unit.
 *
 * @param {IncomeShare} rule
 * @param {number | null} price
 */
function base({ basePrice, basePriceIsMaximum }, price) {
  return price === null || basePriceIsMaximum === 'no' ? basePrice : Math.min(price, basePrice)
}

/**
 * The voucher's value for one unit when only one variant is used; the month's value is exact.
 *
 * @param {IncomeShare} rule
 * @param {number | null} price
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function rest(rule, price, situation) {
  const high = base(rule, price)
  const low = Math.min(rule.minimum ?? 0, high)
  if (situation === null) return outcome('income', { low, high, unit: rule.unit })
  if (usesNothing(situation, rule.unit)) return nothing()
  const used = unitsOf(situation, rule.unit)
  const units = used === null ? null : coveredUnits(rule, used)
  const share = monthShare(rule, situation, rule.unit)
  if (exact(share) === null) return { ...share, low, high, unit: rule.unit }
  if (!units) return needs('needs_units', low, high, rule.unit)
  return ofOneUnit(restOfMonth([{ rule, units: plain(units), price }], situation), rule.unit, units)
}

/**
 * What the vouchers of one share pay of a month with several time bands together.
 *
 * @param {Use[]} uses
 * @param {Situation} situation
 * @returns {Outcome}
 */
export function restOfMonth(uses, situation) {
  const [{ rule }] = uses
  const units = uses.reduce((sum, use) => sum + readDecimal(use.units), 0)
  const share = monthShare(rule, { ...situation, units: plain(units) }, rule.unit)
  const paid = exact(share)
  if (paid === null) return share
  const parts = uses.flatMap((use) => [sign('+'), ...times(base(use.rule, use.price), use.units)]).slice(1)
  const whole = halfUp(sum(uses, (use) => base(use.rule, use.price)))
  let made = then(share, step([...parts, sign('−'), money(paid, 'share')], whole - paid, 'month'))
  made = between(made, halfUp(sum(uses, (use) => use.rule.minimum ?? 0)), null)
  made = between(made, null, billOf(uses))
  return { ...made, month: made.low }
}

/**
 * What the provider charges for the month; nothing where a price is not known.
 *
 * @param {Use[]} uses
 */
export function billOf(uses) {
  return uses.some(({ price }) => price === null) ? null : halfUp(sum(uses, ({ price }) => price ?? 0))
}

/**
 * @param {Use[]} uses
 * @param {(use: Use) => number} amount cents for one unit
 */
function sum(uses, amount) {
  return uses.reduce(
    (total, use) => total.plus(cents(amount(use)).times(millionths(readDecimal(use.units)))),
    new Fraction(0n),
  )
}

/**
 * '64.00 × 30', or '1250.00' of one month.
 *
 * @param {number} price
 * @param {string} units
 */
function times(price, units) {
  const counted = readDecimal(units)
  const one = [money(price, 'base price')]
  return counted === 1_000_000 ? one : [...one, sign('×'), number(counted, 'units')]
}

/**
 * The part of a month's amount that falls on one unit.
 *
 * @param {Outcome} month
 * @param {string | null} unit
 * @param {number} units millionths, not zero
 * @returns {Outcome}
 */
export function ofOneUnit(month, unit, units) {
  const amount = month.month ?? month.low ?? 0
  const whole = { ...month, month: amount, unit }
  if (unit === 'month' && units === 1_000_000) return whole
  const parts = [money(amount, 'month'), sign('÷'), number(units, 'units')]
  return then(whole, step(parts, halfUp(cents(amount).over(millionths(units))), unit))
}
