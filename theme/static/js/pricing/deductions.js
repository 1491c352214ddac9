/**
 * What a rule's source lets a person take off the income.
 *
 * @import { ByIncome, DeductionLimits } from './rules.js'
 */

import { cents, halfUp, hundredth } from './fraction.js'

/**
 * What a month's entries, in the order of the rule's deductions, take off together: the situation's deductions.
 *
 * @param {ByIncome} rule
 * @param {(number | null)[]} entries cents
 */
export function deductionsOf({ deductionLimits }, entries) {
  return deductionLimits.reduce((sum, limits, index) => sum + counted(limits, entries[index] ?? 0), 0)
}

/**
 * How much of one entry counts: what is above an amount, a percentage of it, at most a maximum.
 *
 * @param {DeductionLimits} limits
 * @param {number} entry cents
 */
function counted({ above = 0, percent, atMost = Infinity }, entry) {
  const left = Math.max(0, entry - above)
  return Math.min(percent === undefined ? left : halfUp(cents(left).times(hundredth(percent))), atMost)
}
