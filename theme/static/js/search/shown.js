/**
 * Rows of the index as the answers of a search say them.
 *
 * @import { Data } from './data.js'
 * @import { Choice, Engine, Hit, Offer } from './engine.js'
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
  const offers = candidates.flatMap((at) => data.candidates[at].offer ?? [])
  return {
    provider: providerOf(data.documents[data.candidates[first].document]),
    offers: offers.map((offer) => offerOf(offer, data.file)),
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
 * @param {OfferRow} row
 * @param {IndexFile} file
 * @returns {Offer}
 */
function offerOf({ service, origin, kind, unit, variant, home, price, youPay, priceWords, youPayWords }, file) {
  const [key, label, url] = file.origins[origin]
  return {
    service: choice(file.services[service]),
    origin: { key, label, url },
    kind,
    unit: unit === null ? null : choice(file.units[unit]),
    variant: variant === null ? '' : file.variants[variant][0],
    home: home === 1,
    ...{ price, youPay, priceWords, youPayWords },
  }
}

/**
 * @param {IndexFile} file
 * @returns {Engine['choices']}
 */
export function choicesOf({ services, municipalities, units, languages }) {
  return {
    services: services.map(choice),
    municipalities: municipalities.map(choice),
    units: units.map(choice),
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
