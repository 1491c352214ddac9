/**
 * What a voucher is worth.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { Multiplied, PriceCapped, ValueRule } from './rules.js'
 */

import { cents, halfUp, hundredth, millionths, nearest } from './fraction.js'
import { banded, highestBand, reduction } from './income.js'
import { rest } from './income-share.js'
import { between, exactly, outcome } from './outcome.js'
import { money, number, percentage, sign, step } from './steps.js'

/**
 * What the organiser pays for one unit at a provider's price, for a person whose situation may be known.
 *
 * @param {ValueRule} rule
 * @param {number | null} price cents
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function valueOf(rule, price, situation = null) {
  switch (rule.rule) {
    case 'fixed':
      return exactly(rule.amount, rule.unit)
    case 'price_capped':
      return capped(rule, price)
    case 'range':
      return outcome('range', { low: rule.minimum, high: rule.maximum, unit: rule.unit })
    case 'coefficient':
      return multiplied(rule)
    case 'income_bands':
      return situation ? banded(rule, situation) : outcome('income', { low: 0, high: highestBand(rule), unit: rule.unit })
    case 'income_reduction':
      return situation
        ? reduction(rule, situation)
        : outcome('income', { low: rule.minimum, high: rule.maximum, unit: rule.unit })
    case 'income_share':
      return rest(rule, price, situation)
    default: {
      const { reason, ask = null, unit = null, maximum } = rule
      const high = maximum === undefined ? null : Math.min(price ?? maximum, maximum)
      return outcome('unknown', { high, reason, ask, unit })
    }
  }
}

/**
 * The provider's price or a percentage of it, at most a maximum.
 *
 * @param {PriceCapped} rule
 * @param {number | null} price
 */
function capped({ maximum: most, percent, unit }, price) {
  const maximum = most ?? null
  if (price === null) return outcome('at_most', { high: maximum, unit })
  if (percent === undefined) return between(exactly(price, unit), null, maximum)
  const part = halfUp(cents(price).times(hundredth(percent)))
  const parts = [money(price, 'price'), sign('×'), percentage(percent)]
  return between(exactly(part, unit, step(parts, part, unit)), null, maximum)
}

/**
 * A base amount times the variant's coefficient.
 *
 * @param {Multiplied} rule
 */
function multiplied({ base, coefficient, roundTo, unit }) {
  const result = nearest(cents(base).times(millionths(coefficient)), roundTo || 1)
  const parts = [money(base, 'base'), sign('×'), number(coefficient, 'coefficient')]
  return exactly(result, unit, step(parts, result, unit, roundTo ? { rounding: 'nearest', to: roundTo } : {}))
}
