/**
 * Tables of income bands: what the voucher is worth, or what the client pays, in the band an income lies in.
 *
 * @import { Situation } from './household.js'
 * @import { Outcome, Why } from './outcome.js'
 * @import { Band, BandShare, ByIncome, BandRow, IncomeBands } from './rules.js'
 * @import { Part } from './steps.js'
 *
 * @typedef {{ band: Band | null, parts: Part[] }} Found no band above the last one; and the comparison that says so
 */

import { cents, halfUp, hundredth } from './fraction.js'
import { countedIncome, rowsFor } from './household.js'
import { adjusted, compared } from './income.js'
import { between, exactly, needs, outcome } from './outcome.js'
import { money, percentage, sign, step } from './steps.js'

/**
 * The band an income lies in.
 *
 * @param {ByIncome & { households: BandRow[] }} rule
 * @param {Situation} situation
 * @returns {Found | Why}
 */
export function bandOf(rule, situation) {
  const income = countedIncome(rule, situation)
  const rows = rowsFor(rule.households, rule, situation)
  if (typeof income === 'string') return income
  if (typeof rows === 'string') return rows
  const raised = rows.further * (rule.beyond?.limit ?? 0)
  /** @type {number | null} */
  let below = null
  for (const band of rows.rows[0].bands) {
    if (band.upTo === undefined) return { band, parts: compared(income, '>', below) }
    if (income <= band.upTo + raised) return { band, parts: compared(income, '≤', band.upTo + raised) }
    below = band.upTo + raised
  }
  return { band: null, parts: compared(income, '>', below) }
}

/**
 * What the voucher is worth: nothing above the last band.
 *
 * @param {IncomeBands} rule
 * @param {number | null} price cents
 * @param {Situation | null} situation
 * @returns {Outcome}
 */
export function banded(rule, price, situation) {
  const ends = outcome('income', { low: 0, high: highest(rule, price), unit: rule.unit })
  const found = situation && bandOf(rule, situation)
  if (found === null) return ends
  if (typeof found === 'string') return notFound(found, ends)
  if (found.band) return inBand(rule, found.band, found.parts, price, rule.unit)
  const none = step(found.parts, 0, rule.unit, { relation: '→' })
  return outcome('exact', { low: 0, high: 0, unit: rule.unit, why: 'no_voucher', steps: [none] })
}

/**
 * That the income has to be told first, or that the table has no such household.
 *
 * @param {Why} why
 * @param {Outcome} ends
 */
export function notFound(why, { low, high, unit }) {
  if (why === 'needs_gross' || why === 'needs_net') return needs(why, low, high, unit)
  return outcome('unknown', { why, unit })
}

/**
 * A band's amount, or its percentage of a price; without a price the most that is known.
 *
 * @param {IncomeBands | BandShare} rule
 * @param {Band} band
 * @param {Part[]} why
 * @param {number | null} price cents
 * @param {string | null} unit
 * @returns {Outcome}
 */
export function inBand(rule, band, why, price, unit) {
  const role = 'addOns' in rule ? 'share' : 'value'
  const { percent, amount } = band
  if (percent === undefined) {
    const known = amount ?? 0
    return adjusted(rule, exactly(known, unit, step(why, known, unit, { relation: '→' })), role)
  }
  if (price === null) return outcome('at_most', { high: most(rule, band, null), why: 'needs_price', unit })
  const result = halfUp(cents(price).times(hundredth(percent)))
  const parts = [...why, sign('→'), money(price, 'price'), sign('×'), percentage(percent)]
  return adjusted(rule, between(exactly(result, unit, step(parts, result, unit)), null, amount ?? null), role)
}

/**
 * What a band comes to at a price, or at most; nothing where only the price would tell.
 *
 * @param {IncomeBands | BandShare} rule
 * @param {Band} band
 * @param {number | null} price cents
 */
function most(rule, { amount, percent }, price) {
  const part = price === null || percent === undefined ? null : halfUp(cents(price).times(hundredth(percent)))
  const known = [amount ?? null, part].filter((one) => one !== null)
  return known.length > 0 ? adjusted(rule, exactly(Math.min(...known), null)).low : null
}

/**
 * The most any band comes to; nothing where a percentage has neither price nor limit.
 *
 * @param {IncomeBands | BandShare} rule
 * @param {number | null} price cents
 */
export function highest(rule, price) {
  const found = everyBand(rule).map((band) => most(rule, band, price))
  const known = found.filter((amount) => amount !== null)
  return known.length === found.length ? Math.max(0, ...known) : null
}

/**
 * The least any band comes to, as far as that is known.
 *
 * @param {IncomeBands | BandShare} rule
 * @param {number | null} price cents
 */
export function lowest(rule, price) {
  const found = everyBand(rule).map((band) =>
    price === null && band.percent !== undefined ? 0 : (most(rule, band, price) ?? 0),
  )
  return found.length > 0 ? Math.min(...found) : 0
}

/**
 * Whether every household's last band is open, so that no income is above it.
 *
 * @param {IncomeBands | BandShare} rule
 */
export function aboveAll({ households }) {
  return households.every(({ bands }) => bands.length > 0 && bands[bands.length - 1].upTo === undefined)
}

/** @param {IncomeBands | BandShare} rule */
function everyBand({ households }) {
  return households.flatMap(({ bands }) => bands)
}
