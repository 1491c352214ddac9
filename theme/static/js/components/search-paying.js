/**
 * What one person pays for each offer of the search. It stays in the memory of the page: the engine only compares it.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Person } from '../prices/person.js'
 * @import { Amount } from '../prices/words.js'
 * @import { Engine, PricedOffer, Share } from '../search/engine.js'
 *
 * @typedef {object} Yours
 * @property {Share | null} share nothing where what they told is not enough to say the most it can be
 * @property {Amount} amount the same in words, or what would help
 * @property {boolean} told whether it follows from what they told
 */
import { openBook } from '../prices/book.js'
import { person } from '../prices/person.js'
import { underAmount, yoursOf } from '../prices/yours.js'

export class Paying {
  /**
   * @param {Engine} engine
   * @param {string} address of the price rules, which are fetched only once somebody told something
   */
  constructor({ vouchers, day }, address) {
    this.vouchers = vouchers
    this.day = day
    this.address = address
    /** @type {((offer: PricedOffer) => Yours | null) | null} nothing while nobody told anything */
    this.yours = null
    this.latest = 0
  }

  /** What the engine compares. */
  get shares() {
    const { yours } = this
    return yours && ((/** @type {PricedOffer} */ offer) => yours(offer)?.share ?? null)
  }

  /**
   * Work everything out for the person as they are known now. Where the rules cannot be had, what was known stays.
   */
  async workOut() {
    const turn = (this.latest += 1)
    const known = person()
    const yours = known && (await this.forPerson(known))
    // A slower answer about an earlier situation is of no use any more.
    if (turn === this.latest) this.yours = yours
  }

  /**
   * What a person pays, worked out once for offers that are alike.
   *
   * @param {Person} known
   * @returns {Promise<(offer: PricedOffer) => Yours | null>}
   */
  async forPerson(known) {
    const book = await openBook(this.address)
    await book.load(this.vouchers)
    /** @type {Map<string, Yours | null>} */
    const alike = new Map()
    return (offer) => {
      const name = Object.values(offer).join('\n')
      const own = alike.has(name) ? (alike.get(name) ?? null) : shareOf(offer, this.day, book, known)
      alike.set(name, own)
      return own
    }
  }
}

/**
 * What a person pays for one offer; nothing where what they told changes nothing.
 *
 * @param {PricedOffer} offer
 * @param {string} day of the index: terms that hold only later say so
 * @param {PriceBook} book
 * @param {Person} known
 * @returns {Yours | null}
 */
export function shareOf(offer, day, book, known) {
  if (book.rulesOf(offer.voucher) === null) return null
  const { outcome, amount, told } = yoursOf(offer, 'share', book, known, day)
  if (outcome === null || amount === null) return null
  const { low, high, unit } = outcome
  return {
    share: high === null ? null : { low, high, unit: unit ?? offer.unit },
    amount: { ...amount, note: underAmount(amount) },
    told,
  }
}
