/**
 * A month of one offer for one person, in words; views/month_total.py says the same where it is so for everybody.
 *
 * @import { MonthLine, MonthTotal } from '../pricing/month.js'
 * @import { PriceBook } from './book.js'
 * @import { Offer, Payment } from './payment.js'
 * @import { Person } from './person.js'
 * @import { PriceWords } from './words.js'
 *
 * @typedef {{ name: string, said: string, oneOf?: string }} NamedCost a cost as views/offer_data.py writes it
 *
 * @typedef {object} MonthInWords
 * @property {{ label: string, how: string, amount: string }[]} lines
 * @property {string} total
 * @property {string} missing empty where everything is in the sum
 */
import { monthOf } from '../pricing.js'
import { filled } from '../sentence.js'
import { paymentOf } from './payment.js'
import { situationOf } from './person.js'

/**
 * Nothing where no month can be told: how much is used is not known, or what it costs, or it is an amount by the day
 * of a service that nobody has for a whole month unless they live there.
 *
 * @param {Offer} offer
 * @param {Pick<PriceBook, 'words' | 'rulesOf'>} book
 * @param {Person} person
 * @returns {MonthInWords | null}
 */
export function monthInWords(offer, book, person) {
  const payment = paymentOf(offer, book.rulesOf(offer.voucher), person)
  const { share, extras } = payment
  const uses = offer.unit !== null && person.uses[offer.unit]
  if (!uses && share.month === null && !offer.costs) return null
  const month = monthOf(share, situationOf(person, offer.unit), extras, offer.costs ?? [], offer.unit)
  if (month.lines[0].high === null) return null
  return {
    lines: month.lines.filter(({ high }) => high !== null).map((line) => lineInWords(line, offer, payment, book.words)),
    // One line alone is the total.
    total: month.lines.length > 1 ? totalInWords(month, book.words) : '',
    missing: missingInWords(month, offer, book.words),
  }
}

/**
 * @param {MonthLine} line
 * @param {Offer} offer
 * @param {Payment} payment
 * @param {PriceWords} words
 */
export function lineInWords({ kind, index, low, high, times }, offer, { share, extras }, words) {
  const { month } = words.words
  const cost = /** @type {NamedCost & { price?: number } | undefined} */ (/** @type {unknown} */ (offer.costs?.[index]))
  const [label, each] = {
    share: [offer.voucher === null ? month.service : month.share, share.month === null ? exactOf(share) : null],
    past: [month.past, share.full],
    add_on: [textOf(extras[index]?.name), extras[index]?.amount ?? null],
    // Of a choice there is no one price to multiply.
    cost: [cost?.oneOf ?? cost?.name, cost?.oneOf === undefined ? (cost?.price ?? null) : null],
  }[kind]
  const counted = typeof each === 'number' && times !== null && Number(times) !== 1
  const how = counted ? filled(month.times, { times: words.decimal(times), amount: words.money(each) }) : ''
  return { label: String(label ?? ''), how, amount: ends(low, high, words) }
}

/** @param {{ confidence: string, low: number | null }} share */
function exactOf({ confidence, low }) {
  return confidence === 'exact' ? low : null
}

/** @param {unknown} name in the language of the rules */
function textOf(name) {
  return typeof name === 'string' ? name : ''
}

/**
 * @param {number | null} low
 * @param {number | null} high
 * @param {PriceWords} words
 */
function ends(low, high, words) {
  if (low === null) return filled(words.words.atMost, { amount: words.money(high ?? 0) })
  return words.span(low, high ?? low, null)
}

/**
 * @param {MonthTotal} month
 * @param {PriceWords} words
 */
function totalInWords({ lines, low, high }, words) {
  const { total, atLeast, atMost } = words.words.month
  if (high === null) return filled(atLeast, { amount: words.money(low) })
  if (lines.some((line) => line.low === null)) return filled(atMost, { amount: words.money(high) })
  return filled(total, { amount: words.span(low, high, null) })
}

/**
 * Which costs are not in the sum, nor what else one pays.
 *
 * @param {MonthTotal} month
 * @param {Offer} offer
 * @param {PriceWords} words
 */
export function missingInWords({ unknown }, offer, words) {
  const costs = unknown.flatMap(({ kind, index }) => (kind === 'cost' ? [offer.costs?.[index]] : []))
  const named = costs.map((cost) => /** @type {NamedCost} */ (/** @type {unknown} */ (cost)))
  const parts = named.map(({ name, said, oneOf = name }) => `${oneOf.slice(0, 1).toLowerCase()}${oneOf.slice(1)} (${said})`)
  const every = [...parts, ...(offer.apart ?? [])]
  return every.length > 0 ? filled(words.words.month.missing, { parts: words.list(every) }) : ''
}
