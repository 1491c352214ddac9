/**
 * What is left of a year's work after the household tax credit, for one person; an estimate.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Person } from '../prices/person.js'
 */
import { creditInWords } from '../prices/credit.js'
import { offerIn } from '../prices/offer.js'
import { needed } from './needed.js'

/**
 * @param {ParentNode} root
 * @param {PriceBook} book
 * @param {Person | null} person
 */
export function showCredits(root, book, person) {
  for (const room of root.querySelectorAll('[data-credit-of]')) {
    if (!(room instanceof HTMLElement)) continue
    const offer = offerIn(room.dataset.creditOf)
    const text = person && creditInWords(offer, book, person)
    needed(room, '[data-part="text"]', HTMLElement).textContent = text
    room.hidden = !text
  }
}
