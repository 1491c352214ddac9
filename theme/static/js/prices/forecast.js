/**
 * What one offer comes to on the day, and from each day on which it is already decided to change.
 *
 * @import { Person } from './person.js'
 * @import { Offer, Payment, VoucherRules } from './payment.js'
 *
 * @typedef {Offer & { changes?: { starts: string, price: number }[] }} Quote
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
 */
import { concerns, decided, inForce } from '../pricing.js'
import { paymentOf } from './payment.js'

/**
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {Person | null} person
 * @param {string} today ISO
 * @returns {Forecast}
 */
export function forecast(quote, rules, person, today) {
  const first = firstDay(quote, rules, today)
  const terms = [first, ...changeDays(quote, rules, first)].map((day) => termOn(day, quote, rules, person))
  return {
    first: terms[0],
    later: terms.filter((term, at) => at > 0 && amounts(term) !== amounts(terms[at - 1])),
    over: lastDay(quote, rules),
  }
}

/**
 * The day, the listing's first where that is later, or the first of a value where none is in force yet.
 *
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {string} today
 */
function firstDay({ day, variant }, { values }, today) {
  const start = day > today ? day : today
  return inForce(values, variant, start) ? start : (decided(values, variant, start)[0]?.starts ?? start)
}

/**
 * @param {Quote} quote
 * @param {VoucherRules} rules
 * @param {string} after
 */
function changeDays({ variant, changes = [] }, { values, shares }, after) {
  const rules = [...decided(values, variant, after), ...decided(shares, variant, after)]
  const days = [...rules, ...changes].flatMap(({ starts }) => (starts !== undefined && starts > after ? [starts] : []))
  return [...new Set(days)].sort()
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
  const price = changes.filter(({ starts }) => starts <= day).at(-1)?.price ?? quote.price
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
