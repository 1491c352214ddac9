/**
 * What a month comes to: the client's share for the units used, add-ons, and the costs a provider states.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { AddOn, Cost } from './rules.js'
 *
 * @typedef {object} MonthLine
 * @property {'share' | 'past' | 'add_on' | 'cost'} kind past: units that the voucher does not cover
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

import { cents, halfUp, millionths, plain, readDecimal } from './fraction.js'
import { unitsOf } from './household.js'

/** A month is counted as 30 days; what is paid by the hour or the visit has no month. Millionths. */
const TIMES_A_MONTH = new Map([
  ['month', 1_000_000],
  ['day', 30_000_000],
  ['24h', 30_000_000],
])

const DAILY = ['day', '24h']

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
  const days = unit === '24h' ? units : null
  const lines = [
    shareLine(share, situation),
    ...pastLines(share, situation),
    ...extras.map((extra, index) => extraLine(index, extra, units)),
    ...choices(costs).map((found) => costLine(found, days)),
  ]
  const unknown = lines.filter(({ high }) => high === null)
  const low = lines.reduce((sum, line) => sum + (line.low ?? 0), 0)
  const high = lines.reduce((sum, line) => sum + (line.high ?? 0), 0)
  return { lines, unknown, low, high: unknown.length > 0 ? null : high }
}

/**
 * The client's share of the month's units that the voucher covers.
 *
 * @param {Outcome} share
 * @param {Situation} situation
 * @returns {MonthLine}
 */
function shareLine(share, situation) {
  const units = share.covered === null ? unitsOf(situation, share.unit) : readDecimal(share.covered)
  const times = units === null ? null : plain(units)
  if (share.month !== null) return { kind: 'share', index: 0, low: share.month, high: share.month, times }
  if (units === null || share.confidence === 'unknown') return { kind: 'share', index: 0, low: null, high: null, times }
  return { kind: 'share', index: 0, low: multiple(share.low, units), high: multiple(share.high, units), times }
}

/**
 * The units past those that the voucher covers, at their whole price.
 *
 * @param {Outcome} share
 * @param {Situation} situation
 * @returns {MonthLine[]}
 */
function pastLines({ covered, full, unit }, situation) {
  const used = unitsOf(situation, unit)
  if (covered === null || used === null) return []
  const past = used - readDecimal(covered)
  const amount = multiple(full, past)
  return [{ kind: 'past', index: 0, low: amount, high: amount, times: plain(past) }]
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
 * Costs with their places; those of which a client pays only one stand together.
 *
 * @param {Cost[]} costs
 */
function choices(costs) {
  /** @type {Map<string, { index: number, cost: Cost }[]>} */
  const found = new Map()
  costs.forEach((cost, index) => {
    const key = cost.oneOf === undefined ? String(index) : JSON.stringify(cost.oneOf)
    found.set(key, [...(found.get(key) ?? []), { index, cost }])
  })
  return [...found.values()]
}

/**
 * A cost outside the voucher, or from the least to the most of a choice.
 *
 * @param {{ index: number, cost: Cost }[]} costs
 * @param {number | null} days millionths: those that a person spends in a service which goes on day and night
 * @returns {MonthLine}
 */
function costLine(costs, days) {
  const times = new Set(costs.map(({ cost }) => timesOf(cost, days)))
  const [once] = times.size === 1 ? times : [null]
  const amounts = costs.map(({ cost }) => byTheMonth(cost, days))
  const known = amounts.filter((amount) => amount !== null)
  const whole = known.length === amounts.length
  return {
    kind: 'cost',
    index: costs[0].index,
    low: whole ? Math.min(...known) : null,
    high: whole ? Math.max(...known) : null,
    times: once === null ? null : plain(once),
  }
}

/**
 * How often a cost is paid in a month, in millionths.
 *
 * @param {Cost} cost
 * @param {number | null} days millionths
 */
function timesOf({ unit }, days) {
  return days !== null && DAILY.includes(unit) ? days : (TIMES_A_MONTH.get(unit) ?? null)
}

/**
 * What a cost comes to in a month, where that can be told.
 *
 * @param {Cost} cost
 * @param {number | null} days millionths
 */
function byTheMonth(cost, days) {
  const times = timesOf(cost, days)
  return cost.price === undefined || times === null ? null : multiple(cost.price, times)
}
