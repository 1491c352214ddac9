/**
 * Rows of the index as the answers of a search say them.
 *
 * @import { Data } from './data.js'
 * @import { Choice, Engine, Hit, Offer, PricedOffer } from './engine.js'
 * @import { DocumentRow, IndexFile, OfferRow } from './file.js'
 */

/**
 * @param {number[]} candidates of one provider, in their order
 * @param {Float64Array} scores
 * @param {Data} data
 * @returns {Hit}
 */
export function hitOf(candidates, scores, data) {
  const [first] = candidates
  const places = candidates.flatMap((at) => data.candidates[at].place ?? [])
  return {
    provider: providerOf(data.documents[data.candidates[first].document]),
    offers: places.map((place) => offerOf(place, data)),
    score: scores[first],
  }
}

/**
 * @param {DocumentRow} row
 * @returns {Hit['provider']}
 */
function providerOf({ key, url, name, where, summary, approvedBy, speaks, phone, phoneUrl, tags }) {
  return {
    ...{ key, url, name, where, summary, approvedBy, speaks },
    phone: phone === '' ? null : { words: phone, url: phoneUrl },
    tags: tags.map(([kind, words]) => ({ kind, words })),
  }
}

/**
 * @param {number} place
 * @param {Data} data
 * @returns {Offer}
 */
function offerOf(place, { offers, file }) {
  const { service, origin, kind, unit, variant, home, moments, price, priceWords, ...row } = offers[place]
  const [key, label, url] = file.origins[origin]
  const payUnit = row.payUnit ?? unit
  return {
    place,
    service: choice(file.services[service]),
    origin: { key, label, url },
    kind,
    unit: unit === null ? null : choice(file.units[unit]),
    variant: variant === null ? '' : file.variants[variant][0],
    moments: file.moments.flatMap(([moment], bit) => (moments & (1 << bit) ? [moment] : [])),
    home: home === 1,
    ...{ price, priceWords },
    pay: {
      ...{ low: row.payLow, high: row.payHigh, words: row.payWords },
      unit: payUnit === null ? null : choice(file.units[payUnit]),
      note: row.payNote === null ? '' : file.notes[row.payNote],
    },
  }
}

/**
 * An offer as the price rules ask for it.
 *
 * @param {OfferRow} row
 * @param {IndexFile} file
 * @returns {PricedOffer}
 */
export function pricedOf({ kind, origin, variantKey, unit, terms, besides, ...row }, file) {
  const [day, price] = terms ?? [file.day, row.price]
  return {
    voucher: kind === 'voucher' ? file.origins[origin][0] : null,
    variant: variantKey === null ? null : file.variantKeys[variantKey],
    price,
    unit: unit === null ? null : file.units[unit][0],
    day,
    besides: besides === null ? '' : file.notes[besides],
  }
}

/**
 * @param {IndexFile} file
 * @returns {Engine['choices']}
 */
export function choicesOf({ services, municipalities, units, moments, languages }) {
  return {
    services: services.map(choice),
    municipalities: municipalities.map(choice),
    units: units.map(choice),
    moments: moments.map(choice),
    languages: languages.map(choice),
  }
}

/**
 * @param {string | null} key
 * @param {Data} data
 * @returns {Choice | null}
 */
export function unitOf(key, { file }) {
  const found = file.units.find(([unit]) => unit === key)
  return found ? choice(found) : null
}

/**
 * @param {[string, string, ...unknown[]]} row
 * @returns {Choice}
 */
function choice([key, label]) {
  return { key, label }
}
