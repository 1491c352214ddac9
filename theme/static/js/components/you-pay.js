/**
 * The amounts of a page for one person. A cell with data-offer holds what is true of everybody ([data-of="all"]) and
 * room for what is true of this one ([data-of="you"], hidden), in which [data-part] says text, unit and note, and
 * marks an amount that follows from what the person told.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Offer } from '../prices/payment.js'
 * @import { Person } from '../prices/person.js'
 * @import { Amount } from '../prices/words.js'
 * @import { Yours } from '../prices/yours.js'
 *
 * @typedef {{ element: HTMLElement } & Yours} Cell one amount of the page
 */
import { pageDay } from '../day.js'
import { offerIn } from '../prices/offer.js'
import { underAmount, yoursOf } from '../prices/yours.js'
import { showMonths } from './month-total.js'
import { needed } from './needed.js'
import { showCredits } from './tax-credit.js'
import { showWorkings } from './workings.js'

let latest = 0

/**
 * Show every amount of a page as it is for one person.
 *
 * @param {ParentNode} root
 * @param {PriceBook} book
 * @param {Person | null} person
 * @returns {Promise<string>} why there is no amount, where all of them lack the same; empty where the page has been
 *   asked again meanwhile: what was forgotten must not come back
 */
export async function showWhatYouPay(root, book, person) {
  const elements = [...root.querySelectorAll('[data-offer]')].filter((each) => each instanceof HTMLElement)
  const offers = elements.map(({ dataset }) => offerIn(dataset.offer))
  const turn = (latest += 1)
  if (person) await book.load(offers.map(({ voucher }) => voucher))
  if (turn !== latest) return ''
  const cells = elements.map((element, at) => cellFor(element, offers[at], book, person))
  const reason = commonReason(cells)
  cells.forEach((cell) => showIn(cell, reason))
  for (const legend of root.querySelectorAll('[data-legend]')) {
    legend.toggleAttribute('hidden', !cells.some(({ element, told }) => told && legend.parentElement?.contains(element)))
  }
  showWorkings(root, book, cells)
  showMonths(root, book, person)
  showCredits(root, book, person)
  root.dispatchEvent(new CustomEvent('amounts-change'))
  return reason
}

/**
 * @param {HTMLElement} element
 * @param {Offer} offer
 * @param {PriceBook} book
 * @param {Person | null} person
 * @returns {Cell}
 */
function cellFor(element, offer, book, person) {
  const kind = element.dataset.amount === 'value' ? 'value' : 'share'
  if (!person) return { element, outcome: null, amount: null, told: false }
  return { element, ...yoursOf(offer, kind, book, person, pageDay()) }
}

/**
 * What all shares of a page lack, if it is the same of every one; then it is said once and not in every row.
 *
 * @param {Cell[]} cells
 */
function commonReason(cells) {
  const shares = cells.filter(({ element }) => element.dataset.amount !== 'value')
  const reasons = new Set(shares.map(({ outcome, amount }) => (outcome?.why && amount ? amount.note : '')))
  return shares.length > 1 && reasons.size === 1 ? [...reasons][0] : ''
}

/**
 * @param {Cell} cell
 * @param {string} said what stands elsewhere on the page and need not be said here again
 */
function showIn({ element, amount, told }, said) {
  const room = needed(element, '[data-of="you"]', HTMLElement)
  const part = (/** @type {string} */ name) => needed(room, `[data-part="${name}"]`, HTMLElement)
  part('text').textContent = amount?.text ?? ''
  part('unit').textContent = amount?.unit ? `/ ${amount.unit}` : ''
  part('note').textContent = amount && underAmount(amount.note === said ? { ...amount, note: '' } : amount)
  part('mark').hidden = !told
  room.toggleAttribute('data-quiet', amount !== null && amount.cents === null && amount.unit === '')
  room.hidden = amount === null
  needed(element, '[data-of="all"]', HTMLElement).hidden = amount !== null
  sortBy(element, amount)
}

/**
 * Sort the cell by another amount among those of its unit, or by the one it came with.
 *
 * @param {HTMLElement} element
 * @param {Amount | null} amount
 */
function sortBy({ dataset }, amount) {
  dataset.sortOfAll ??= dataset.sort ?? ''
  dataset.groupOfAll ??= dataset.sortGroup ?? ''
  const sort = amount === null ? dataset.sortOfAll : String(amount.cents ?? '')
  dataset.sortGroup = amount === null ? dataset.groupOfAll : amount.unit
  if (sort === '') delete dataset.sort
  else dataset.sort = sort
}
