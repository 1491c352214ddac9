/**
 * A month of each offer for one person, line by line. [data-month-of] is room for one offer; what is the same for
 * everybody ([data-of="all"]) stands until there is something to say of this person.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Person } from '../prices/person.js'
 * @import { MonthInWords } from '../prices/month.js'
 */
import { pageDay } from '../day.js'
import { monthInWords } from '../prices/month.js'
import { offerIn } from '../prices/offer.js'
import { filled } from '../sentence.js'
import { needed } from './needed.js'

/** Nothing of a person may stay in a page that has forgotten them, not even out of sight. */
const EMPTY = { lines: [], total: '', missing: '' }

/**
 * The rules of the vouchers must have been loaded.
 *
 * @param {ParentNode} root
 * @param {PriceBook} book
 * @param {Person | null} person
 */
export function showMonths(root, book, person) {
  for (const total of root.querySelectorAll('[data-month-total]')) {
    if (total instanceof HTMLElement) showMonth(total, book, person)
  }
}

/**
 * @param {HTMLElement} total
 * @param {PriceBook} book
 * @param {Person | null} person
 */
function showMonth(total, book, person) {
  const all = needed(total, '[data-of="all"]', HTMLElement)
  const rooms = [...total.querySelectorAll('[data-month-of]')].filter((each) => each instanceof HTMLElement)
  const told = rooms.filter((room) => {
    const offer = offerIn(room.dataset.monthOf)
    const month = person && monthInWords(offer, book, person)
    fill(room, month ?? EMPTY, needed(total, 'template', HTMLTemplateElement))
    const starts = month && offer.day > pageDay()
    const sentence = starts ? filled(book.words.words.month.starts, { day: book.words.day(offer.day) }) : ''
    needed(room, '[data-part="starts"]', HTMLElement).textContent = sentence
    room.hidden = !month
    return month
  })
  all.hidden = told.length > 0
  const note = total.querySelector('[data-of="you"]')
  if (note instanceof HTMLElement) note.hidden = told.length < 2
  total.hidden = told.length === 0 && all.childElementCount === 0
}

/**
 * @param {HTMLElement} room
 * @param {MonthInWords} month
 * @param {HTMLTemplateElement} template
 */
function fill(room, { lines, total, missing }, template) {
  needed(room, '[data-part="lines"]', HTMLElement).replaceChildren(...lines.map((line) => {
    const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
    for (const [part, text] of Object.entries(line)) {
      needed(made, `[data-part="${part}"]`, HTMLElement).textContent = text
    }
    return made
  }))
  needed(room, '[data-part="total"]', HTMLElement).textContent = total
  needed(room, '[data-part="missing"]', HTMLElement).textContent = missing
}
