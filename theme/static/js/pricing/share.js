/**
 * What the client pays.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { AddOn, AmountShare, Formula, ShareRule } from './rules.js'
 */

import { cents, halfUp, millionths } from './fraction.js'
import { unitsOf } from './household.js'
import { monthShare } from './income.js'
import { ofOneUnit } from './income-share.js'
import { between, exact, exactly, outcome, then } from './outcome.js'
import { concerns, holdsOn } from './rules.js'
import { money, number, sign, step } from './steps.js'

/**
 * What the client pays for one unit, add-ons apart; without a rule it is what the voucher does not cover.
 *
 * @param {ShareRule | null} rule
 * @param {number | null} price cents
 * @param {Outcome} value
 * @param {string | null} variant
 * @param {string} day ISO
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function shareOf(rule, price, value, variant, day, situation = null) {
  switch (rule?.rule) {
    case 'fixed':
      return between(exactly(rule.amount, rule.unit ?? value.unit), null, price)
    case 'at_most':
      return atMost(rule, price, value, variant, day, situation)
    case 'formula':
      if (situation) return formula(rule, price, value, situation)
      if (value.confidence === 'exact') return outcome('income', { high: price, unit: value.unit })
      return difference(price, value, situation)
    case 'individual':
    case 'by_reference':
      return outcome('unknown', { reason: rule.reason, ask: rule.ask ?? null, unit: rule.unit ?? value.unit })
    default:
      return difference(price, value, situation)
  }
}

/**
 * So many units at an amount, in whole cents.
 *
 * @param {number} amount cents
 * @param {number} units millionths
 */
function times(amount, units) {
  return halfUp(cents(amount).times(millionths(units)))
}

/**
 * Price less value, never below nothing.
 *
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function difference(price, value, situation) {
  if (price === null || value.confidence === 'unknown' || value.confidence === 'at_most') {
    const { reason, ask, unit } = value
    return outcome('unknown', { reason, ask, unit, why: price === null ? 'needs_price' : value.why })
  }
  const worth = exact(value)
  if (worth === null) {
    const low = Math.max(0, price - (value.high ?? 0))
    return { ...value, low, high: Math.max(0, price - (value.low ?? 0)), month: null, steps: [] }
  }
  const covered = price <= worth
  const parts = [money(price, 'price'), sign(covered ? '≤' : '−'), money(worth, 'value')]
  const made = then(value, step(parts, Math.max(0, price - worth), value.unit, { relation: covered ? '→' : '=' }))
  const units = situation && unitsOf(situation, value.unit)
  return { ...made, month: value.month !== null && units ? Math.max(0, times(price, units) - value.month) : null }
}

/**
 * Price less value, which the provider may not take above the maximum and what may be charged on top that day.
 *
 * @param {AmountShare} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {string | null} variant
 * @param {string} day
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function atMost(rule, price, value, variant, day, situation) {
  const extras = rule.addOns.filter((extra) => concerns(extra, variant) && holdsOn(extra, day))
  const ceiling = extras.reduce((sum, { amount, count }) => sum + amount * count, rule.amount)
  const left = difference(price, value, situation)
  const unit = rule.unit ?? value.unit
  const paid = exact(left)
  if (paid === null) return outcome('at_most', { high: price === null ? ceiling : Math.min(ceiling, price), unit })
  if (paid <= ceiling) return left
  const parts = [sign('≤'), money(rule.amount, 'most'), ...extras.flatMap(added)]
  const units = situation && unitsOf(situation, unit)
  const month = left.month === null || !units ? null : times(ceiling, units)
  return { ...then(left, step(parts, ceiling, unit, { relation: '→' })), month }
}

/**
 * '+ 3.50 × 2'.
 *
 * @param {AddOn} extra
 */
function added({ amount, count }) {
  const once = [sign('+'), money(amount, 'add-on')]
  return count === 1 ? once : [...once, sign('×'), number(count * 1_000_000, 'count')]
}

/**
 * A percentage of the month's income, and what the price has above the voucher; never more than the bill.
 *
 * @param {Formula} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation} situation
 * @returns {Outcome}
 */
function formula(rule, price, value, situation) {
  let made = monthShare(rule, situation, value.unit ?? rule.unit ?? null)
  if (exact(made) === null) return made
  const used = unitsOf(situation, value.unit)
  if (price !== null && used) made = withinBill(made, times(price, used), value, used)
  const unit = rule.unit ?? 'month'
  if (unit === 'month') return { ...made, month: made.low, unit }
  const units = unitsOf(situation, unit)
  if (!units) return outcome('income', { low: 0, high: price, why: 'needs_units', unit })
  // A month's bill in whole cents may be a hair above its hours' prices.
  return between(ofOneUnit(made, unit, units), null, unit === value.unit ? price : null)
}

/**
 * A month's share, raised to what the voucher leaves uncovered and lowered to the bill.
 *
 * @param {Outcome} made
 * @param {number} bill
 * @param {Outcome} value
 * @param {number} units millionths
 */
function withinBill(made, bill, value, units) {
  const worth = exact(value)
  const paid = value.month ?? (worth === null ? null : times(worth, units))
  if (paid !== null && bill - paid > (made.low ?? 0)) {
    made = then(made, step([money(bill, 'bill'), sign('−'), money(paid, 'value')], bill - paid, 'month'))
  }
  return between(made, null, bill)
}

/**
 * What is charged besides a share on a day; an at-most share already holds its add-ons.
 *
 * @param {ShareRule | null} rule
 * @param {string | null} variant
 * @param {string} day ISO
 */
export function onTop(rule, variant, day) {
  if (!rule || rule.rule === 'at_most') return []
  return rule.addOns.filter((extra) => concerns(extra, variant) && holdsOn(extra, day))
}
