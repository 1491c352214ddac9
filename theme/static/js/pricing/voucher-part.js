/**
 * What the voucher pays of a price, beside the client's share: the same answers as catalogue/payment.py.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { Step } from './steps.js'
 */

import { readDecimal } from './fraction.js'
import { unitsOf } from './household.js'
import { times } from './limits.js'
import { between, exact, outcome } from './outcome.js'
import { money, number, sign, step } from './steps.js'

/**
 * Its value, but no more than the price has above the client's share.
 *
 * Where the share is told by the month, so is this. Without a price it is the value itself.
 *
 * @param {Outcome} value
 * @param {Outcome} share
 * @param {number | null} price cents
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function voucherPart(value, share, price, situation = null) {
  // A share that has a ceiling never takes anything from the value.
  if (price === null || value.high === null || share.confidence === 'at_most') return value
  if (share.confidence === 'unknown') {
    if (share.why === null || value.confidence === 'unknown') return value
    return outcome('unknown', { why: share.why, unit: value.unit })
  }
  if (share.unit === 'month' && value.unit !== null && value.unit !== 'month') {
    return partOfMonth(value, share, price, situation)
  }
  return share.unit === null || share.unit === value.unit ? part(value, share, price, 'price') : value
}

/**
 * What the voucher pays of a price, or of a month's bill, in the share's unit.
 *
 * @param {Outcome} value
 * @param {Outcome} share
 * @param {number} whole cents
 * @param {string} role
 * @param {Step[]} before
 * @returns {Outcome}
 */
function part(value, share, whole, role, ...before) {
  const most = Math.max(0, whole - (share.low ?? 0))
  const [worth, paid] = [exact(value), exact(share)]
  if (worth !== null && paid !== null) {
    if (worth <= most) return value
    const made = step([money(whole, role), sign('−'), money(paid, 'client share')], most, value.unit)
    return { ...value, low: most, high: most, why: share.why, month: null, steps: [...before, made] }
  }
  const least = share.high === null ? 0 : Math.max(0, whole - share.high)
  return {
    ...value,
    confidence: share.confidence === 'income' ? 'income' : value.confidence,
    low: value.low === null ? null : Math.min(value.low, least),
    high: Math.min(value.high ?? most, most),
    why: share.why ?? value.why,
    steps: [],
  }
}

/**
 * What the voucher pays of a month's bill; of one unit the most, where nobody told how much is used.
 *
 * @param {Outcome} value
 * @param {Outcome} share
 * @param {number} price
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
function partOfMonth(value, share, price, situation) {
  const { unit } = value
  const units = situation && unitsOf(situation, unit)
  if (units !== null) {
    const bill = times(price, units)
    const made = step([money(price, 'price'), sign('×'), number(units, 'units')], bill, 'month')
    return part(worthOfMonth(value, units), share, bill, 'bill', made)
  }
  const high = Math.min(price, value.high ?? price)
  if (value.confidence === 'income' || share.confidence === 'income') {
    return outcome('income', { low: 0, high, why: share.why ?? value.why, unit })
  }
  return outcome('at_most', { high, why: situation && 'needs_units', unit })
}

/**
 * What a voucher is worth in a month, as far as it covers it.
 *
 * @param {Outcome} value
 * @param {number} units millionths
 * @returns {Outcome}
 */
function worthOfMonth(value, units) {
  const covered = value.covered === null ? units : readDecimal(value.covered)
  const [low, high] = [value.low, value.high].map((end) => (end === null ? null : times(end, covered)))
  const month = { ...value, low, high, unit: 'month', covered: null, month: null, steps: [] }
  const each = exact(value)
  if (each === null || high === null) return month
  if (value.month !== null && (high <= value.month || value.steps.at(-2)?.result === value.month)) {
    // One unit's value is a part of the month's; the step that divided it is of no use here.
    return { ...month, low: value.month, high: value.month, steps: value.steps.slice(0, -1) }
  }
  const made = step([money(each, 'value'), sign('×'), number(covered, 'units')], high, 'month')
  return between({ ...month, steps: [...value.steps, made] }, null, value.month)
}
