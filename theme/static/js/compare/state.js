/**
 * What is compared, in the address of the compare page: ?provider=esimerkki-hoiva~jyvaskyla/kotihoito.home-care.hour
 * for each, as views/offer_reference.py tells. Nothing else is read from the address or written into it.
 *
 * @typedef {object} Reference
 * @property {string} provider its key
 * @property {string | null} offer its parts joined by points; nothing where any of the provider's will do
 *
 * @typedef {object} State
 * @property {Reference[]} references
 * @property {number} unreadable how many of the address name no provider
 * @property {boolean} tooMany whether the address named more than can be compared
 */

/** So many columns a person can still hold against each other. */
export const MOST = 4

const PROVIDER = /^[a-z0-9]+(-[a-z0-9]+)*$/

const OFFER = /^[a-z0-9]+([-./][a-z0-9]+)*$/

const LONGEST = 300

/**
 * One value of the address, or what is kept of a choice.
 *
 * @param {string} text
 * @returns {Reference | null}
 */
export function referenceOf(text) {
  if (text.length > LONGEST) return null
  const [provider, offer = ''] = text.split('~', 2)
  return PROVIDER.test(provider) ? { provider, offer: OFFER.test(offer) ? offer : null } : null
}

/** @param {Reference} reference */
export function textOf({ provider, offer }) {
  return offer === null ? provider : `${provider}~${offer}`
}

/**
 * @param {string} query of an address
 * @returns {State}
 */
export function stateOf(query) {
  const given = new URLSearchParams(query).getAll('provider').filter((text) => text !== '')
  const read = given.map(referenceOf)
  const all = distinct(read.filter((reference) => reference !== null))
  return {
    references: all.slice(0, MOST),
    unreadable: new Set(given.filter((_, at) => read[at] === null)).size,
    tooMany: all.length > MOST,
  }
}

/**
 * The query that stands for them; all of its characters may stand in an address as they are.
 *
 * @param {Reference[]} references
 */
export function queryOf(references) {
  return references.length > 0 ? `?${references.map((each) => `provider=${textOf(each)}`).join('&')}` : ''
}

/**
 * Each once; a provider without an offer is only named where none of its offers is.
 *
 * @param {Reference[]} references
 */
export function distinct(references) {
  return references.filter((one, at) => {
    const again = references.slice(0, at).some((other) => textOf(other) === textOf(one))
    const told = references.some(({ provider, offer }) => provider === one.provider && offer !== null)
    return !again && (one.offer !== null || !told)
  })
}
