/**
 * A month of each offer for one person, line by line. [data-month-of] is room for one offer; what is the same for
 * everybody ([data-of="all"]) stands until there is something to say of this person.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Offer } from '../prices/payment.js'
 * @import { Person } from '../prices/person.js'
 * @import { MonthInWords } from '../prices/month.js'
 */
import { monthInWords } from '../prices/month.js'
import { needed } from './needed.js'

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
  const filled = rooms.filter((room) => {
    const offer = /** @type {Offer} */ (JSON.parse(room.dataset.monthOf ?? ''))
    const month = person && monthInWords(offer, book, person)
    if (month) fill(room, month, needed(total, 'template', HTMLTemplateElement))
    room.hidden = !month
    return month
  })
  all.hidden = filled.length > 0
  const note = total.querySelector('[data-of="you"]')
  if (note instanceof HTMLElement) note.hidden = filled.length < 2
  total.hidden = filled.length === 0 && all.childElementCount === 0
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
