/**
 * A provider as its own page tells it; views/compare_data.py writes it there. Empty fields are left out.
 *
 * @import { Offer } from '../prices/payment.js'
 *
 * @typedef {object} AmountWords
 * @property {string} text
 * @property {string} [unit]
 * @property {string} [note]
 * @property {number} [cents] where it is one known amount
 *
 * @typedef {object} PricedOffer
 * @property {string} id
 * @property {string} service
 * @property {string} about the service's key
 * @property {string} [variant]
 * @property {AmountWords} [price]
 * @property {AmountWords} [value]
 * @property {AmountWords} [share] what is true of everybody
 * @property {string} [note]
 * @property {string[]} [includes]
 * @property {string[]} [onTop]
 * @property {string[]} [asks] the questions its amounts hang on
 * @property {Offer} data
 *
 * @typedef {object} Listing
 * @property {string} name
 * @property {boolean} [upcoming]
 * @property {string} [until] its last day
 * @property {string[]} [where]
 * @property {string[]} [approved]
 * @property {string[]} [conditions]
 * @property {string[]} [accessibility]
 * @property {string} [checked]
 * @property {PricedOffer[]} [offers]
 *
 * @typedef {object} Provider
 * @property {string} key
 * @property {string} name
 * @property {string} url
 * @property {string} [where]
 * @property {string} [languages]
 * @property {{ label: string, url?: string }} [phone]
 * @property {Listing[]} [listings]
 *
 * @typedef {{ listing: Listing, offer: PricedOffer }} Choice
 *
 * @typedef {object} Found
 * @property {'provider' | 'ended' | 'unknown' | 'failed'} kind
 * @property {Provider} [provider]
 * @property {string} [name] of one that has ended
 */
import { dated } from '../prices/offer.js'

/** @type {Map<string, Promise<Found>>} */
const fetched = new Map()

/**
 * A provider by the address of its page; each is fetched once.
 *
 * @param {string} address
 * @param {string} day listings that ended before it are left out
 * @returns {Promise<Found>}
 */
export function providerAt(address, day) {
  const known = fetched.get(address) ?? fetchProvider(address, day)
  fetched.set(address, known)
  known.then(({ kind }) => kind === 'failed' && fetched.delete(address))
  return known
}

/**
 * @param {string} address
 * @param {string} day
 * @returns {Promise<Found>}
 */
async function fetchProvider(address, day) {
  try {
    const answer = await fetch(address)
    if (answer.status === 404) return { kind: 'unknown' }
    if (!answer.ok) return { kind: 'failed' }
    return foundIn(new DOMParser().parseFromString(await answer.text(), 'text/html'), day)
  } catch {
    return { kind: 'failed' }
  }
}

/**
 * @param {Document} page
 * @param {string} day
 * @returns {Found}
 */
function foundIn(page, day) {
  const data = page.querySelector('script[type="application/json"][data-compare]')?.textContent
  const provider = data ? lasting(JSON.parse(data), day) : null
  if (provider && choicesOf(provider).length > 0) return { kind: 'provider', provider }
  return { kind: 'ended', name: page.querySelector('h1')?.textContent?.trim() ?? '' }
}

/**
 * @param {Provider} provider
 * @param {string} day
 * @returns {Provider}
 */
function lasting(provider, day) {
  const listings = (provider.listings ?? []).filter(({ until }) => until === undefined || day <= until)
  return { ...provider, listings: listings.map(whole) }
}

/**
 * @param {Listing} listing
 * @returns {Listing}
 */
function whole(listing) {
  return { ...listing, offers: listing.offers?.map((offer) => ({ ...offer, data: dated(offer.data) })) }
}

/**
 * Everything of a provider that can be chosen.
 *
 * @param {Provider} provider
 * @returns {Choice[]}
 */
export function choicesOf({ listings = [] }) {
  return listings.flatMap((listing) => (listing.offers ?? []).map((offer) => ({ listing, offer })))
}
