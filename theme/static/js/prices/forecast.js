/**
 * What one offer comes to on the day, and from each day on which it is already decided to change.
 *
 * @import { Person } from './person.js'
 * @import { Offer, Payment, VoucherRules } from './payment.js'
 *
 * @typedef {object} Coming
 * @property {{ starts: string, price: number | null }[]} [changes] soonest first; no price from where none is told
 * @property {string} [until] the last day on which it can be had
 *
 * @typedef {Offer & Coming} Quote
 *
 * @typedef {object} Term
 * @property {string} day the first on which it holds
 * @property {Offer} offer at that day's price
 * @property {Payment} payment
 * @property {number} value the place of the rule among the voucher's values; -1 where none is in force
 * @property {number} share the same among its shares
 *
 * @typedef {object} Forecast
 * @property {Term} first
 * @property {Term[]} later each differs from the one before
 * @property {string | null} over the last day for which a value is known, where nothing is decided for after it
 * @property {string | null} ended the last day on which it can be had, where that comes first
 */
import { concerns, decided, inForce } from '../pricing.js'
import { paymentOf } from './payment.js'

/** Later than every day that is written. */
const LAST = '9999-12-31'

/**
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {Person | null} person
 * @param {string} today ISO
 * @returns {Forecast}
 */
export function forecast(quote, rules, person, today) {
  const first = firstDay(quote, rules, today)
  const over = lastDay(quote, rules)
  const { until = null } = quote
  const ends = until !== null && (over === null || until <= over)
  const terms = [first, ...changeDays(quote, rules, first)].map((day) => termOn(day, quote, rules, person))
  return {
    first: terms[0],
    later: terms.filter((term, at) => at > 0 && amounts(term) !== amounts(terms[at - 1])),
    over: ends ? null : over,
    ended: ends ? until : null,
  }
}

/**
 * The day, the listing's first where that is later, or the first of a value where none is in force yet; never a day
 * past the listing's last.
 *
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {string} today
 */
function firstDay({ day, variant, until = LAST }, { values }, today) {
  const earliest = day > today ? day : today
  const start = earliest < until ? earliest : until
  const next = decided(values, variant, start)[0]?.starts ?? LAST
  return inForce(values, variant, start) || next === LAST || next > until ? start : next
}

/**
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {string} after
 */
function changeDays({ variant, changes = [], until = LAST }, { values, shares }, after) {
  const rules = [...decided(values, variant, after), ...decided(shares, variant, after)]
  const days = [...rules, ...changes].map(({ starts }) => starts ?? '')
  return [...new Set(days)].filter((day) => day > after && day <= until).sort()
}

/**
 * @param {string} day
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {Person | null} person
 * @returns {Term}
 */
function termOn(day, quote, rules, person) {
  const { variant, changes = [] } = quote
  const { price } = changes.filter(({ starts }) => starts <= day).at(-1) ?? quote
  const offer = { ...quote, price, day }
  const value = inForce(rules.values, variant, day)
  const share = inForce(rules.shares, variant, day)
  return {
    day,
    offer,
    payment: paymentOf(offer, rules, person),
    value: value ? rules.values.indexOf(value) : -1,
    share: share ? rules.shares.indexOf(share) : -1,
  }
}

/**
 * The last day of the last value, where that has an end.
 *
 * @param {Quote} quote
 * @param {VoucherRules} rules
 */
function lastDay({ variant }, { values }) {
  const ends = values.filter((rule) => concerns(rule, variant)).map(({ until }) => until ?? null)
  return ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null)
}

/** @param {Term} term */
function amounts({ payment: { value, share } }) {
  return JSON.stringify([value, share].map((made) => made && [made.confidence, made.low, made.high, made.unit, made.why]))
}
