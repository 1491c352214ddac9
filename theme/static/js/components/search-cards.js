/**
 * What the card of one result says, slot by slot.
 *
 * @import { Hit, Offer, PricedOffer } from '../search/engine.js'
 * @import { Phrases } from '../search/phrase.js'
 * @import { Query } from '../search/query.js'
 * @import { Yours } from './search-paying.js'
 * @import { Values } from './search-slots.js'
 */

/**
 * Slots: name, where, distance, approved-by, speaks, phone, service, variant, times, origin, price, unit, more; you-pay
 * with you-pay-unit, or not-known where there is no amount; you-pay-note below either; yours says that the amount is
 * worked out for this person. Links: provider, phone-url, origin-url. Each: tags, with the slot words. The price
 * belongs to the service asked for.
 *
 * @param {Hit} hit
 * @param {Phrases} phrases
 * @param {Query} query
 * @param {((offer: PricedOffer) => Yours | null) | null} yours
 * @returns {Values}
 */
export function valuesOf(hit, phrases, query, yours) {
  const { provider, offers } = hit
  const [offer] = offers
  const price = offer?.price ?? null
  return {
    provider: provider.url,
    compare: referenceTo(provider, offer),
    name: provider.name,
    where: provider.where,
    distance: phrases.distance(hit, query),
    'approved-by': provider.approvedBy,
    speaks: provider.speaks,
    tags: provider.tags,
    phone: provider.phone?.words ?? '',
    'phone-url': provider.phone?.url ?? '',
    service: offer?.service.label ?? '',
    variant: offer?.variant ?? '',
    times: offer ? phrases.times(query, offer) : '',
    origin: offer?.origin.label ?? '',
    'origin-url': offer?.origin.url ?? '',
    price: price === null ? '' : phrases.euros.format(price / 100),
    unit: price === null ? '' : (offer.unit?.label ?? ''),
    ...(offer ? paid(offer, yours?.(offer.priced) ?? null) : {}),
    more: phrases.more(offers.length - 1),
  }
}

/**
 * What one pays, if the price does not say it already.
 *
 * @param {Offer} offer
 * @param {Yours | null} own
 */
function paid({ pay }, own) {
  // Where their own amount cannot be told yet, what is true of everybody stays, with what would help.
  const { low, high } = own?.share ?? pay
  const { text, unit } = own?.share ? own.amount : { text: pay.words, unit: pay.unit?.label ?? '' }
  const note = own?.share ? own.amount.note : own?.amount.note || pay.note
  const known = low !== null || high !== null
  return {
    'you-pay': known ? text : '',
    'you-pay-unit': known ? unit : '',
    'not-known': known ? '' : text,
    'you-pay-note': text && note,
    yours: own?.told ? text : '',
  }
}

/**
 * How the compare page's address names what the card is about: the variant is left to it.
 *
 * @param {Hit['provider']} provider
 * @param {Offer | undefined} offer
 */
function referenceTo({ key }, offer) {
  return offer ? `${key}~${[offer.origin.key, offer.service.key, offer.unit?.key].filter(Boolean).join('.')}` : key
}
