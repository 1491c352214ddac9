/**
 * What a voucher is worth.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { Multiplied, PriceCapped, ValueRule } from './rules.js'
 */

import { banded } from './bands.js'
import { cents, halfUp, hundredth, millionths, nearest } from './fraction.js'
import { reduction } from './income.js'
import { rest } from './income-share.js'
import { limited } from './limits.js'
import { between, exactly, outcome, then } from './outcome.js'
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
  return limited(rule, unitValue(rule, price, situation), price, situation)
}

/**
 * The value of one unit.
 *
 * @param {ValueRule} rule
 * @param {number | null} price cents
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function unitValue(rule, price, situation) {
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
      return banded(rule, price, situation)
    case 'income_reduction':
      return reduction(rule, situation)
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
 * The provider's price, or a percentage of it, less the client's own first part, at most a maximum.
 *
 * @param {PriceCapped} rule
 * @param {number | null} price
 */
function capped({ maximum, ownShare, percent, unit }, price) {
  if (price === null) return outcome('at_most', { high: maximum ?? null, unit })
  let made = exactly(price, unit)
  if (ownShare) {
    const covered = price <= ownShare
    const parts = [money(price, 'price'), sign(covered ? '≤' : '−'), money(ownShare, 'own share')]
    made = then(made, step(parts, Math.max(0, price - ownShare), unit, { relation: covered ? '→' : '=' }))
  }
  if (percent !== undefined) {
    const left = made.low ?? 0
    const parts = [money(left, ownShare ? 'value' : 'price'), sign('×'), percentage(percent)]
    made = then(made, step(parts, halfUp(cents(left).times(hundredth(percent))), unit))
  }
  return between(made, null, maximum ?? null)
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
