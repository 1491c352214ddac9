/**
 * Amounts that begin with a person's income. Exact within a step, rounded to the cent at its end, as in Python.
 *
 * @import { Limit, Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { Adjusted, IncomeReduction, MonthShare } from './rules.js'
 * @import { Part } from './steps.js'
 */

import { cents, downTo, Fraction, halfUp, hundredth, millionths, nearest, upTo } from './fraction.js'
import { countedIncome, limitFor } from './household.js'
import { between, exactly, needs, outcome, then } from './outcome.js'
import { money, number, percentage, sign, step } from './steps.js'

/**
 * An income beside a limit, where there is one.
 *
 * @param {number} income
 * @param {string} comparison
 * @param {number | null} limit
 */
export function compared(income, comparison, limit) {
  return limit === null ? [money(income, 'income')] : [money(income, 'income'), sign(comparison), money(limit, 'limit')]
}

/**
 * A maximum that falls as income rises, never below its minimum.
 *
 * @param {IncomeReduction} rule
 * @param {Situation | null} situation
 */
export function reduction(rule, situation) {
  const [low, high] = [rule.minimum, rule.maximum].map((amount) => adjusted(rule, exactly(amount, null)).low)
  if (situation === null) return outcome('income', { low, high, unit: rule.unit })
  const income = countedIncome(rule, situation)
  const limit = limitFor(rule, situation, rule.unit)
  if (typeof income === 'string') return needs(income, low, high, rule.unit)
  if (limit === 'needs_hours') return needs(limit, low, high, rule.unit)
  if (typeof limit === 'string') return outcome('unknown', { low, high, why: limit, unit: rule.unit })
  return adjusted(rule, reduced(rule, limit, income))
}

/**
 * The value at an income, rounded as the rule says and kept between its ends.
 *
 * @param {IncomeReduction} rule
 * @param {Limit} limit
 * @param {number} income
 */
function reduced(rule, limit, income) {
  if (income <= limit.limit) {
    const parts = compared(income, '≤', limit.limit)
    return exactly(rule.maximum, rule.unit, step(parts, rule.maximum, rule.unit, { relation: '→' }))
  }
  const excess = cents(income - limit.limit).times(hundredth(limit.percent))
  const value = cents(rule.maximum).minus(excess.over(cents(rule.divisor)))
  const parts = [
    money(rule.maximum, 'maximum'),
    sign('−'),
    ...excessParts(income, limit),
    sign('÷'),
    number(rule.divisor * 1_000_000, 'divisor'),
  ]
  return between(roundedValue(rule, parts, value), rule.minimum, rule.maximum)
}

/**
 * '(900.00 − 563.00) × 35 %'.
 *
 * @param {number} income
 * @param {Limit} limit
 */
function excessParts(income, { limit, percent }) {
  const inside = [sign('('), money(income, 'income'), sign('−'), money(limit, 'limit'), sign(')')]
  return [...inside, sign('×'), percentage(percent)]
}

/**
 * A value in whole cents, or in the steps the organiser rounds to.
 *
 * @param {IncomeReduction} rule
 * @param {Part[]} parts
 * @param {Fraction} value
 */
function roundedValue({ roundUpTo, roundDownTo, roundTo, unit }, parts, value) {
  if (roundUpTo) {
    const result = upTo(value, roundUpTo)
    return exactly(result, unit, step(parts, result, unit, { rounding: 'up', to: roundUpTo }))
  }
  if (roundDownTo) {
    const result = downTo(value, roundDownTo)
    return exactly(result, unit, step(parts, result, unit, { rounding: 'down', to: roundDownTo }))
  }
  const result = nearest(value, roundTo || 1)
  return exactly(result, unit, step(parts, result, unit, roundTo ? { rounding: 'nearest', to: roundTo } : {}))
}

/**
 * The amount of an evening or a Sunday.
 *
 * @param {Adjusted} rule
 * @param {Outcome} made
 * @param {string} role
 */
export function adjusted({ coefficient, supplement }, made, role = 'value') {
  if (coefficient !== undefined) {
    const value = made.low ?? 0
    const parts = [money(value, role), sign('×'), number(coefficient, 'coefficient')]
    made = then(made, step(parts, halfUp(cents(value).times(millionths(coefficient))), made.unit))
  }
  if (supplement) {
    const value = made.low ?? 0
    const parts = [money(value, role), sign('+'), money(supplement, 'supplement')]
    made = then(made, step(parts, value + supplement, made.unit))
  }
  return made
}

/**
 * What a client pays of a month by income; unit is the service's, whose hours may choose the row.
 *
 * @param {MonthShare} rule
 * @param {Situation} situation
 * @param {string | null} unit
 */
export function monthShare(rule, situation, unit) {
  const income = countedIncome(rule, situation)
  const limit = limitFor(rule, situation, unit)
  if (typeof income === 'string') return needs(income, 0, rule.shareAtMost ?? null, 'month')
  if (limit === 'needs_hours') return needs(limit, 0, rule.shareAtMost ?? null, 'month')
  if (typeof limit === 'string') return outcome('unknown', { why: limit, unit: 'month' })
  let made = between(percentageOf(income, limit), null, rule.shareAtMost ?? null)
  if (rule.keeps !== undefined) made = between(made, null, Math.max(0, income - rule.keeps))
  return charged(rule, ofChild(rule, made, situation.child))
}

/**
 * The percentage of the income above the limit, halves of a cent upwards.
 *
 * @param {number} income
 * @param {Limit} limit
 */
function percentageOf(income, limit) {
  if (income <= limit.limit) {
    return exactly(0, 'month', step(compared(income, '≤', limit.limit), 0, 'month', { relation: '→' }))
  }
  const share = halfUp(cents(income - limit.limit).times(hundredth(limit.percent)))
  return exactly(share, 'month', step(excessParts(income, limit), share, 'month'))
}

/**
 * The part for one of several children, and for shorter care; rounded as the source rounds it.
 *
 * @param {MonthShare} rule
 * @param {Outcome} made
 * @param {number} child
 */
function ofChild(rule, made, child) {
  const { shareCoefficient, siblings, roundEach } = rule
  if (roundEach) made = roundedShare(rule, made)
  if (siblings.length > 0) {
    const percent = siblings[Math.min(Math.max(child, 1), siblings.length) - 1]
    made = partOf(made, percentage(percent), hundredth(percent))
    if (roundEach) made = roundedShare(rule, made)
  }
  if (shareCoefficient !== undefined) {
    made = partOf(made, number(shareCoefficient, 'coefficient'), millionths(shareCoefficient))
    if (roundEach) made = roundedShare(rule, made)
  }
  return roundEach ? made : roundedShare(rule, made)
}

/**
 * A part of a month's share, in whole cents.
 *
 * @param {Outcome} made
 * @param {Part} part
 * @param {Fraction} times
 */
function partOf(made, part, times) {
  const share = made.low ?? 0
  return then(made, step([money(share, 'share'), sign('×'), part], halfUp(cents(share).times(times)), 'month'))
}

/**
 * A month's share in the steps that the organiser rounds to.
 *
 * @param {MonthShare} rule
 * @param {Outcome} made
 */
function roundedShare({ roundDownTo, roundShareTo }, made) {
  if (roundDownTo) {
    const share = made.low ?? 0
    const result = downTo(cents(share), roundDownTo)
    made = then(made, step([money(share, 'share')], result, 'month', { rounding: 'down', to: roundDownTo }))
  }
  if (roundShareTo) {
    const share = made.low ?? 0
    const result = nearest(cents(share), roundShareTo)
    made = then(made, step([money(share, 'share')], result, 'month', { rounding: 'nearest', to: roundShareTo }))
  }
  return made
}

/**
 * The share as it is billed: nothing when it is too small to bill.
 *
 * @param {MonthShare} rule
 * @param {Outcome} made
 */
function charged({ notChargedBelow }, made) {
  const share = made.low ?? 0
  if (notChargedBelow === undefined || share >= notChargedBelow) return made
  const parts = [money(share, 'share'), sign('<'), money(notChargedBelow, 'not charged below')]
  return then(made, step(parts, 0, 'month', { relation: '→' }))
}
