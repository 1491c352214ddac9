/**
 * What a month of an offer comes to, as a cell says it: the total, how it is made up, and what is not known.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Payment } from '../prices/payment.js'
 * @import { Person } from '../prices/person.js'
 * @import { MonthTotal } from '../pricing/month.js'
 * @import { PricedOffer } from './provider.js'
 * @import { Value, Words } from './rows.js'
 */
import { pageDay } from '../day.js'
import { lineInWords, missingInWords } from '../prices/month.js'
import { situationOf } from '../prices/person.js'
import { monthOf, situation } from '../pricing.js'
import { filled } from '../sentence.js'

/**
 * @param {PricedOffer} offer
 * @param {Payment} payment
 * @param {Person | null} person
 * @param {PriceBook} book
 * @param {Words} words
 * @returns {Value}
 */
export function monthValue(offer, payment, person, book, words) {
  const { data } = offer
  const { share, extras } = payment
  const month = monthOf(share, person ? situationOf(person, data.unit) : situation({}), extras, data.costs ?? [], data.unit)
  const told = month.lines.filter(({ high }) => high !== null)
  // An amount by the day makes a month only of what one uses, or lives in.
  const counts = data.costs !== undefined || share.month !== null || Boolean(data.unit && person?.uses[data.unit])
  const why = whyNot(offer, payment, book, words)
  if (!counts || told.length === 0) return { text: '', note: why }
  const open = month.lines[0].high === null ? [filled(words.line, { name: shareName(offer, book), amount: why })] : []
  const from = data.day > pageDay() ? [filled(book.words.words.month.starts, { day: book.words.day(data.day) })] : []
  const lines = told.map((line) => {
    const { label, how, amount } = lineInWords(line, data, payment, book.words)
    return filled(words.line, { name: label, amount: how ? `${how} = ${amount}` : amount })
  })
  return {
    ...totalOf(month, book, words),
    lines: month.lines.length > 1 || lines[0].includes('=') ? lines : [],
    note: [...from, ...open, missingInWords(month, data, book.words)].filter(Boolean).map((words) => (/[.!?]$/.test(words) ? words : `${words}.`)).join(' '),
  }
}

/**
 * @param {MonthTotal} month
 * @param {PriceBook} book
 * @param {Words} words
 * @returns {Value}
 */
function totalOf({ low, high }, { words: prices }, words) {
  if (high === null) return { text: filled(words.atLeast, { amount: prices.money(low) }), loud: true }
  return { text: prices.span(low, high, null), loud: true, ...(low === high ? { cents: low } : {}) }
}

/**
 * @param {PricedOffer} offer
 * @param {PriceBook} book
 */
function shareName({ data }, { words }) {
  return data.voucher === null ? words.words.month.service : words.words.month.share
}

/**
 * Why no month can be told, and what would help.
 *
 * @param {PricedOffer} offer
 * @param {Payment} payment
 * @param {PriceBook} book
 * @param {Words} words
 */
function whyNot({ asks = [] }, { share }, book, words) {
  if (share.confidence === 'unknown' && share.why === null) return words.notComputed
  const helps = asks.includes('hours') || asks.includes('times')
  return (share.high === null && book.words.why(share, '')) || (helps ? book.words.words.why.needs_units : words.notComputed)
}
