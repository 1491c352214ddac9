/**
 * What the client pays.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { AddOn, AmountShare, ShareRule } from './rules.js'
 */

import { unitsOf, usesNothing } from './household.js'
import { atMostMonthly, billOfMonth, byMonth, monthAt, pastBill, shared, times } from './limits.js'
import { between, exact, exactly, nothing, outcome, then } from './outcome.js'
import { concerns, holdsOn } from './rules.js'
import { bandedShare, formula } from './share-by-income.js'
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
  if (situation && usesNothing(situation, value.unit) && ofTheMonth(rule, value)) return nothing()
  const made = shared(unitShare(rule, price, value, variant, day, situation), price, value)
  return atMostMonthly(rule, made, price, value, situation)
}

/**
 * Whether the share of one unit, or the value it is reckoned from, is a part of the month's.
 *
 * @param {ShareRule | null} rule
 * @param {Outcome} value
 */
function ofTheMonth(rule, value) {
  if (rule?.rule === 'individual' || rule?.rule === 'by_reference') return false
  const unused = value.confidence === 'exact' && value.unit === 'month' && value.month === 0
  return unused || rule?.rule === 'formula' || (rule !== null && byMonth(rule, value))
}

/**
 * The share of one unit that the voucher covers.
 *
 * @param {ShareRule | null} rule
 * @param {number | null} price cents
 * @param {Outcome} value
 * @param {string | null} variant
 * @param {string} day ISO
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function unitShare(rule, price, value, variant, day, situation) {
  switch (rule?.rule) {
    case 'fixed':
      return fixed(rule, price, value, situation)
    case 'at_most': {
      const extras = rule.addOns.filter((extra) => concerns(extra, variant) && holdsOn(extra, day))
      return atMost(rule, price, value, extras, situation)
    }
    case 'formula':
      if (situation) return formula(rule, price, value, situation)
      if (value.confidence === 'exact') return outcome('income', { high: price, unit: value.unit })
      return difference(price, value, situation)
    case 'income_bands':
      return bandedShare(rule, price, value, situation)
    case 'individual':
    case 'by_reference':
      return outcome('unknown', { reason: rule.reason, ask: rule.ask ?? null, unit: rule.unit ?? value.unit })
    default:
      return difference(price, value, situation)
  }
}

/**
 * One amount, but never more than the price, or than the month's bill where it is paid by the month.
 *
 * @param {AmountShare} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function fixed(rule, price, value, situation) {
  const unit = rule.unit ?? value.unit
  let made = exactly(rule.amount, unit)
  if (!byMonth(rule, value)) return between(made, null, value.unit === null || value.unit === unit ? price : null)
  const past = pastBill(price, value, situation)
  if (past) made = then(made, step([money(rule.amount, 'share'), sign('+'), money(past, 'price')], rule.amount + past, unit))
  made = between(made, null, billOfMonth(price, value, situation))
  return { ...made, month: made.low }
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
    const low = value.high === null ? 0 : Math.max(0, price - value.high)
    return { ...value, low, high: Math.max(0, price - (value.low ?? 0)), month: null, steps: [] }
  }
  const covered = price <= worth
  const parts = [money(price, 'price'), sign(covered ? '≤' : '−'), money(worth, 'value')]
  const made = then(value, step(parts, Math.max(0, price - worth), value.unit, { relation: covered ? '→' : '=' }))
  const bill = billOfMonth(price, value, situation)
  return { ...made, month: value.month === null || bill === null ? null : Math.max(0, bill - value.month) }
}

/**
 * Price less value, which the provider may not take above the maximum and what may be charged on top that day.
 *
 * @param {AmountShare} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {AddOn[]} extras
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function atMost(rule, price, value, extras, situation) {
  const left = difference(price, value, situation)
  const unit = rule.unit ?? value.unit
  if (byMonth(rule, value)) return atMostAMonth(rule, price, left, value, extras, situation)
  const ceiling = extras.reduce((sum, { amount, count }) => sum + amount * count, rule.amount)
  const paid = exact(left)
  if (paid === null) return outcome('at_most', { high: price === null ? ceiling : Math.min(ceiling, price), unit })
  if (paid <= ceiling) return left
  const parts = [sign('≤'), money(rule.amount, 'most'), ...extras.flatMap(added)]
  const units = situation && unitsOf(situation, value.unit)
  const month = left.month === null || !units || price === null ? null : monthAt(ceiling, price, units, value.covered)
  return { ...then(left, step(parts, ceiling, unit, { relation: '→' })), month }
}

/**
 * The same by the month, where the most that a client pays is told by the month.
 *
 * @param {AmountShare} rule
 * @param {number | null} price
 * @param {Outcome} left
 * @param {Outcome} value
 * @param {AddOn[]} extras
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function atMostAMonth(rule, price, left, value, extras, situation) {
  const units = situation && unitsOf(situation, value.unit)
  const each = exact(left)
  if (each === null || price === null || units === null) {
    return outcome('at_most', { high: rule.amount, unit: 'month' })
  }
  const ceiling = extras.reduce((sum, { amount, count }) => sum + times(amount * count, units), rule.amount)
  const paid = left.month ?? monthAt(each, price, units, value.covered)
  const parts = [money(each, 'share'), sign('×'), number(units, 'units')]
  const whole = { ...then(left, step(parts, paid, 'month')), unit: 'month' }
  const made = between(whole, null, ceiling + pastBill(price, value, situation))
  return { ...made, month: made.low }
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
