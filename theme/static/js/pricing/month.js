/**
 * What a month comes to: the client's share for the units used, add-ons, and the costs a provider states.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { AddOn, Cost } from './rules.js'
 *
 * @typedef {object} MonthLine
 * @property {'share' | 'add_on' | 'cost'} kind
 * @property {number} index its place among the add-ons or costs
 * @property {number | null} low cents
 * @property {number | null} high cents; nothing where it is not known
 * @property {string | null} times how often it is paid in a month
 *
 * @typedef {object} MonthTotal
 * @property {MonthLine[]} lines
 * @property {MonthLine[]} unknown the lines without an upper end
 * @property {number} low
 * @property {number | null} high nothing where a part is not known
 */

import { cents, halfUp, millionths, plain } from './fraction.js'
import { unitsOf } from './household.js'

/** A month is counted as 30 days; what is paid by the hour or the visit has no month. */
const TIMES_A_MONTH = new Map([
  ['month', 1],
  ['day', 30],
  ['24h', 30],
])

/**
 * A month's total; unit is the service's, where the share itself is told by the month.
 *
 * @param {Outcome} share
 * @param {Situation} situation
 * @param {AddOn[]} extras
 * @param {Cost[]} costs
 * @param {string | null} unit
 * @returns {MonthTotal}
 */
export function monthOf(share, situation, extras = [], costs = [], unit = null) {
  const units = unitsOf(situation, unit ?? share.unit)
  const lines = [
    shareLine(share, situation),
    ...extras.map((extra, index) => extraLine(index, extra, units)),
    ...costs.map((cost, index) => costLine(index, cost)),
  ]
  const unknown = lines.filter(({ high }) => high === null)
  const low = lines.reduce((sum, line) => sum + (line.low ?? 0), 0)
  const high = lines.reduce((sum, line) => sum + (line.high ?? 0), 0)
  return { lines, unknown, low, high: unknown.length > 0 ? null : high }
}

/**
 * @param {Outcome} share
 * @param {Situation} situation
 * @returns {MonthLine}
 */
function shareLine(share, situation) {
  const units = unitsOf(situation, share.unit)
  const times = units === null ? null : plain(units)
  if (share.month !== null) return { kind: 'share', index: 0, low: share.month, high: share.month, times }
  if (units === null || share.confidence === 'unknown') return { kind: 'share', index: 0, low: null, high: null, times }
  return { kind: 'share', index: 0, low: multiple(share.low, units), high: multiple(share.high, units), times }
}

/**
 * @param {number | null} amount
 * @param {number} units millionths
 */
function multiple(amount, units) {
  return amount === null ? null : halfUp(cents(amount).times(millionths(units)))
}

/**
 * @param {number} index
 * @param {AddOn} extra
 * @param {number | null} units
 * @returns {MonthLine}
 */
function extraLine(index, extra, units) {
  const times = units === null ? null : units * extra.count
  const amount = times === null ? null : multiple(extra.amount, times)
  return { kind: 'add_on', index, low: amount, high: amount, times: times === null ? null : plain(times) }
}

/**
 * @param {number} index
 * @param {Cost} cost
 * @returns {MonthLine}
 */
function costLine(index, { price, unit }) {
  const times = TIMES_A_MONTH.get(unit) ?? null
  const amount = price === undefined || times === null ? null : price * times
  return { kind: 'cost', index, low: amount, high: amount, times: times === null ? null : String(times) }
}
