/**
 * What the comparison says of each column, row by row, and where the columns differ.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Person } from '../prices/person.js'
 * @import { Kind } from '../prices/yours.js'
 * @import { Column } from './columns.js'
 * @import { AmountWords } from './provider.js'
 *
 * @typedef {object} Value what one cell says; an amount has its unit and a note, everything else is lines
 * @property {string} [text]
 * @property {string} [unit]
 * @property {string} [note]
 * @property {number} [cents] where it is one known amount
 * @property {boolean} [loud] whether the text is an amount, though it is told without a unit
 * @property {string[]} [lines]
 * @property {string} [url] where the text leads
 *
 * @typedef {Record<'removed' | 'ended' | 'tooMany' | 'moved' | 'services' | 'units' | 'noRules' | 'noVoucher' | 'line'
 *   | 'atLeast' | 'notComputed', string>
 *   & Record<'compared' | 'unknown' | 'failed', Record<string, string>>} Words as views/compare.py writes them
 *
 * @typedef {Record<string, Value>} Values of one column, by the key of the row
 */
import { pageDay } from '../day.js'
import { paymentOf } from '../prices/payment.js'
import { underAmount, yoursOf } from '../prices/yours.js'
import { monthValue } from './month.js'

/** Rows in which everybody differs: that says nothing. */
const OWN = ['phone']

/** Rows whose least amount is pointed out. */
const AMOUNTS = ['you-pay', 'month']

/**
 * @param {Column} column
 * @param {PriceBook | null} book nothing where the rules could not be had: then what is true of everybody is said
 * @param {Person | null} person
 * @param {Words} words
 * @returns {Values}
 */
export function valuesOf({ provider, choice: { listing, offer } }, book, person, words) {
  const paying = book ? payingValues(offer, book, person, words) : { 'you-pay': { ...offer.share }, value: { ...offer.value } }
  const { phone } = provider
  return {
    ...paying,
    value: offer.data.voucher === null ? { text: '', note: words.noVoucher } : paying.value,
    price: { ...offer.price, note: [offer.price?.note, offer.note].filter(Boolean).join('; ') },
    service: { lines: [offer.service, offer.variant, listing.name].flatMap((line) => line ?? []) },
    where: { lines: listing.where },
    languages: { lines: provider.languages ? [provider.languages] : [] },
    phone: phone?.url ? { text: phone.label, url: phone.url } : { lines: phone ? [phone.label] : [] },
    includes: { lines: offer.includes },
    'on-top': { lines: offer.onTop },
    conditions: { lines: listing.conditions },
    approved: { lines: listing.approved },
    accessibility: { lines: listing.accessibility },
    checked: { lines: listing.checked ? [listing.checked] : [] },
  }
}

/**
 * @param {Column['choice']['offer']} offer
 * @param {PriceBook} book
 * @param {Person | null} person
 * @param {Words} words
 * @returns {Values}
 */
function payingValues(offer, book, person, words) {
  const { data } = offer
  const payment = paymentOf(data, book.rulesOf(data.voucher), person)
  const mine = (/** @type {Kind} */ kind, /** @type {AmountWords | undefined} */ all) => {
    const amount = person && yoursOf(data, kind, book, person, pageDay()).amount
    if (!amount || data.voucher === null) return { ...all }
    return { text: amount.text, unit: amount.unit, note: underAmount(amount), cents: amount.cents ?? undefined }
  }
  return {
    'you-pay': mine('share', offer.share),
    month: monthValue(offer, payment, person, book, words),
    value: mine('value', offer.value),
  }
}

/** @param {Value | undefined} value */
export function isEmpty(value) {
  return !value?.text && !value?.note && !value?.lines?.length
}

/**
 * Whether a row differs from column to column.
 *
 * @param {string} row
 * @param {(Value | undefined)[]} values
 */
export function differs(row, values) {
  const said = values.map((value) => JSON.stringify([value?.text ?? '', value?.unit ?? '', value?.note ?? '', value?.lines ?? []]))
  return !OWN.includes(row) && new Set(said).size > 1
}

/**
 * The columns with the least amount of a row; none where one of the amounts is not known, the units are not the same,
 * the services are not, or all amounts are alike.
 *
 * @param {string} row
 * @param {Column[]} columns
 * @param {(Value | undefined)[]} values
 */
export function lowest(row, columns, values) {
  const cents = values.map((value) => value?.cents ?? NaN)
  const alike = !differentServices(columns) && new Set(values.map((value) => value?.unit ?? '')).size === 1
  const least = Math.min(...cents)
  if (!AMOUNTS.includes(row) || !alike || !(least < Math.max(...cents))) return []
  return columns.map((_, at) => at).filter((at) => cents[at] === least)
}

/** @param {Column[]} columns */
export function differentServices(columns) {
  return new Set(columns.map(({ choice }) => choice.offer.about)).size > 1
}

/**
 * Whether the prices, or what one pays, are told for different units.
 *
 * @param {Values[]} values
 */
export function differentUnits(values) {
  const units = (/** @type {string} */ row) => new Set(values.flatMap((each) => each[row]?.unit || []))
  return units('price').size > 1 || units('you-pay').size > 1
}
