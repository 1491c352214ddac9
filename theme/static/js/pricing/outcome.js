/**
 * The answer to 'how much': an amount, how far it can be relied on, how it came about, or why there is none.
 *
 * @import { Step } from './steps.js'
 *
 * @typedef {'needs_gross' | 'needs_net' | 'needs_units' | 'needs_hours' | 'needs_price' | 'household_not_in_table'
 *   | 'hours_not_in_table' | 'no_voucher' | 'other_unit'} Why
 *
 * @typedef {object} Outcome
 * @property {'exact' | 'at_most' | 'range' | 'income' | 'unknown'} confidence
 * @property {number | null} low cents
 * @property {number | null} high cents
 * @property {unknown} reason in the languages the rule was published in
 * @property {string | null} ask the contact that knows
 * @property {Why | null} why
 * @property {string | null} unit
 * @property {number | null} month the whole month's amount, where the rule is about the month
 * @property {string | null} covered the units of a month that the voucher pays for, where more are used
 * @property {number | null} full what each unit past them costs, where the provider's price is known
 * @property {Step[]} steps
 * @property {Limit[]} [limits] of the month, beside the amount of one unit
 *
 * @typedef {object} Limit
 * @property {'paid' | 'covered' | 'share'} kind what the voucher pays, the units it covers, what the client pays
 * @property {number} most cents, or units
 * @property {string | null} unit
 */

import { money, sign, step } from './steps.js'

/**
 * @param {Outcome['confidence']} confidence
 * @param {Partial<Outcome>} more
 * @returns {Outcome}
 */
export function outcome(confidence, more = {}) {
  const nothing = { low: null, high: null, reason: null, ask: null, why: null, unit: null }
  return { ...nothing, month: null, covered: null, full: null, steps: [], ...more, confidence }
}

/**
 * @param {number} cents
 * @param {string | null} unit
 * @param {Step[]} steps
 */
export function exactly(cents, unit, ...steps) {
  return outcome('exact', { low: cents, high: cents, unit, steps })
}

/** The amount of a month in which nothing is used; of one unit there is none where it is a part of the month's. */
export function nothing() {
  return { ...exactly(0, 'month'), month: 0 }
}

/**
 * The amount, when there is exactly one.
 *
 * @param {Outcome} made
 */
export function exact(made) {
  return made.confidence === 'exact' ? made.low : null
}

/**
 * The same, led one step further to another exact amount.
 *
 * @param {Outcome} made
 * @param {Step} next
 * @returns {Outcome}
 */
export function then(made, next) {
  return { ...made, low: next.result, high: next.result, steps: [...made.steps, next] }
}

/**
 * No amount yet: what has to be known first, and between which ends it lies.
 *
 * @param {Why} why
 * @param {number | null} low
 * @param {number | null} high
 * @param {string | null} unit
 */
export function needs(why, low, high, unit) {
  return outcome('income', { why, low, high, unit })
}

/**
 * An exact amount kept between two ends, the upper one first.
 *
 * @param {Outcome} made
 * @param {number | null} least
 * @param {number | null} most
 */
export function between(made, least, most) {
  if (most !== null && (made.low ?? 0) > most) {
    made = then(made, step([sign('≤'), money(most, 'most')], most, made.unit, { relation: '→' }))
  }
  if (least !== null && (made.low ?? 0) < least) {
    made = then(made, step([sign('≥'), money(least, 'least')], least, made.unit, { relation: '→' }))
  }
  return made
}
