/**
 * What the card of one result says, slot by slot.
 *
 * @import { Hit } from '../search/engine.js'
 * @import { Phrases } from '../search/phrase.js'
 * @import { Values } from './search-slots.js'
 */

/**
 * Slots: name, where, summary, approved-by, speaks, phone, service, variant, origin, price, unit, you-pay, more.
 * Links: provider, phone-url, origin-url. Each: tags, with the slot words. The price belongs to the service asked for.
 *
 * @param {Hit} hit
 * @param {Phrases} phrases
 * @returns {Values}
 */
export function valuesOf({ provider, offers }, phrases) {
  const [offer] = offers
  return {
    provider: provider.url,
    name: provider.name,
    where: provider.where,
    summary: provider.summary,
    'approved-by': provider.approvedBy,
    speaks: provider.speaks,
    tags: provider.tags,
    phone: provider.phone?.words ?? '',
    'phone-url': provider.phone?.url ?? '',
    service: offer?.service.label ?? '',
    variant: offer?.variant ?? '',
    origin: offer?.origin.label ?? '',
    'origin-url': offer?.origin.url ?? '',
    price: offer?.priceWords ?? '',
    unit: offer?.priceWords ? (offer.unit?.label ?? '') : '',
    'you-pay': offer?.youPayWords ?? '',
    more: phrases.more(offers.length - 1),
  }
}
