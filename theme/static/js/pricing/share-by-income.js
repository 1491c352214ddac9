/**
 * What the client pays by income: a percentage of the month's income, or the amount of an income band.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome } from './outcome.js'
 * @import { BandShare, Formula } from './rules.js'
 * @import { Part } from './steps.js'
 */

import { aboveAll, bandOf, highest, inBand, lowest, notFound } from './bands.js'
import { readDecimal } from './fraction.js'
import { unitsOf } from './household.js'
import { monthShare } from './income.js'
import { ofOneUnit } from './income-share.js'
import { billOfMonth, byMonth, times } from './limits.js'
import { between, exact, exactly, needs, outcome, then } from './outcome.js'
import { money, sign, step } from './steps.js'

/**
 * A percentage of the month's income, and what the price has above the voucher; never more than the bill.
 *
 * @param {Formula} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation} situation
 * @returns {Outcome}
 */
export function formula(rule, price, value, situation) {
  let made = monthShare(rule, situation, value.unit ?? rule.unit ?? null)
  if (exact(made) === null) return made
  const used = unitsOf(situation, value.unit)
  if (price !== null && used) made = withinBill(made, times(price, used), value, used)
  const unit = rule.unit ?? 'month'
  if (unit === 'month') return { ...made, month: made.low, unit }
  const units = unitsOf(situation, unit)
  if (!units) return needs('needs_units', 0, price, unit)
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
  const covered = value.covered === null ? units : readDecimal(value.covered)
  return within(made, money(bill, 'bill'), bill, value.month ?? (worth === null ? null : times(worth, covered)))
}

/**
 * A share raised to what is left of a price or bill, and lowered to all of it.
 *
 * @param {Outcome} made
 * @param {Part} part
 * @param {number} whole
 * @param {number | null} paid
 */
function within(made, part, whole, paid) {
  if (paid !== null && whole - paid > (made.low ?? 0)) {
    made = then(made, step([part, sign('−'), money(paid, 'value')], whole - paid, made.unit))
  }
  return between(made, null, whole)
}

/**
 * What a table of income bands says, and what the price has above the voucher; above the last band the price.
 *
 * @param {BandShare} rule
 * @param {number | null} price
 * @param {Outcome} value
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function bandedShare(rule, price, value, situation) {
  const units = situation && unitsOf(situation, value.unit)
  const monthly = byMonth(rule, value)
  const whole = monthly ? billOfMonth(price, value, situation) : price
  const ends = shareEnds(rule, whole, value)
  const found = situation && bandOf(rule, situation)
  if (found === null) return ends
  if (typeof found === 'string') return notFound(found, ends)
  if (found.band === null) return allOf(whole, ends.unit, found.parts, monthly)
  let made = inBand(rule, found.band, found.parts, whole, ends.unit)
  if (exact(made) === null) return monthly && price !== null ? { ...made, why: 'needs_units' } : made
  if (monthly && whole !== null && units !== null) made = withinBill(made, whole, value, units)
  else if (!monthly && price !== null) made = within(made, money(price, 'price'), price, exact(value))
  return monthly ? { ...made, month: made.low } : made
}

/**
 * Between which ends a table's share lies; a high income without a band pays the whole price.
 *
 * @param {BandShare} rule
 * @param {number | null} whole
 * @param {Outcome} value
 */
function shareEnds(rule, whole, value) {
  const unit = rule.unit ?? value.unit
  const least = lowest(rule, whole)
  const known = aboveAll(rule) ? highest(rule, whole) : whole
  if (whole === null) return outcome('income', { low: least, high: known, unit })
  const worth = exact(value)
  const left = worth === null || unit !== value.unit ? whole : Math.max(0, whole - worth)
  const high = known === null ? whole : Math.min(whole, Math.max(known, left))
  return outcome('income', { low: Math.min(whole, least), high, unit })
}

/**
 * The whole price or bill, because there is no voucher with this income.
 *
 * @param {number | null} whole
 * @param {string | null} unit
 * @param {Part[]} why
 * @param {boolean} monthly
 * @returns {Outcome}
 */
function allOf(whole, unit, why, monthly) {
  if (whole === null) return outcome('unknown', { why: 'no_voucher', unit })
  const made = exactly(whole, unit, step(why, whole, unit, { relation: '→' }))
  return { ...made, why: 'no_voucher', month: monthly ? whole : null }
}
