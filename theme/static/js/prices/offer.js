/**
 * Offers as pages carry them.
 *
 * @import { Offer } from './payment.js'
 */

/**
 * An offer as data of a page; one without a day holds from the day that the site is true on.
 *
 * @template {Omit<Offer, 'day'>} O
 * @param {O} offer
 * @returns {O & { day: string }}
 */
export function dated(offer) {
  return { day: document.documentElement.dataset.asOf ?? '', ...offer }
}

/**
 * @param {string | undefined} text of an attribute
 * @returns {Offer}
 */
export function offerIn(text) {
  return dated(JSON.parse(text ?? ''))
}
