/**
 * Which offers answer a query, together by provider.
 *
 * @import { Choices } from './boot.js'
 * @import { Cost, Costs } from './costs.js'
 * @import { Query } from './query.js'
 * @import { Row } from './tables.js'
 * @import { Part } from './part.js'
 *
 * @typedef {object} Candidate an offer that passes all but what is said of its price
 * @property {Row} row
 * @property {number} score
 * @property {Cost} limited the amount that the query limits
 * @property {Cost} compared the amount that puts it in order
 *
 * @typedef {object} Matching
 * @property {Map<number, Candidate[]>} found by number of the provider
 * @property {Map<number, Candidate[]>} besides that fail by their price or its unit only
 * @property {number | null} unit the place of the unit in which amounts are compared
 */
import { comparing } from './costs.js'
import { KIND, LANGUAGE, MOMENT, MUNICIPALITY, NAME, NAMESAKE, NEIGHBOUR, ORIGIN, SERVICE, VARIANT } from './part.js'
import { KINDS } from './tables.js'

/**
 * @typedef {object} Asked
 * @property {Query} query
 * @property {Part[]} parts
 * @property {Set<number>} [near] who delivers beside the place that was given up
 * @property {number | null} [unit] the unit in which amounts are compared, where it is decided
 *
 * @param {Row[]} rows those of a provider need not stand together
 * @param {Asked} asked
 * @param {{choices: Choices, costs: Costs, day: string}} means
 * @returns {Matching}
 */
export function matching(rows, { query, parts, near, unit }, { choices, costs, day }) {
  const passes = filter(query, choices, day)
  const { all, weighed } = weigher(parts, near)
  /** @type {Map<number, (Weighed & {row: Row})[]>} */
  const providers = new Map()
  for (const row of rows) {
    const known = passes(row) && weighed(row)
    if (!known) continue
    const others = providers.get(row.number)
    others ? others.push({ row, ...known }) : providers.set(row.number, [{ row, ...known }])
  }
  /** @type {Map<number, Candidate[]>} */
  const found = new Map()
  for (const [number, offers] of providers) {
    // What is asked for in two words may be two offers of one provider; where and how it is offered may not.
    if (offers.reduce((bits, { mask }) => bits | mask, 0) !== all) continue
    const most = Math.max(...offers.map(({ mask }) => ones(mask)))
    found.set(number, offers.filter(({ mask }) => ones(mask) === most).map(({ row, score }) => {
      const limited = costs.of(row, query.of)
      const compared = comparing(query) === query.of ? limited : costs.of(row, comparing(query))
      return { row, score, limited, compared }
    }))
  }
  const decided = unit === undefined ? unitOf(found, query, choices) : unit
  return { ...byCost(found, query, decided), unit: decided }
}

/**
 * @param {Map<number, Candidate[]>} providers
 * @param {Query} query
 * @param {number | null} unit
 */
function byCost(providers, { max, unit: chosen }, unit) {
  /** @type {Matching['found']} */
  const found = new Map()
  /** @type {Matching['besides']} */
  const besides = new Map()
  for (const [number, offers] of providers) {
    const fits = (/** @type {Candidate} */ { limited }) =>
      ((chosen === null && max === null) || (limited.unit !== null && limited.unit === unit)) &&
      (max === null || (limited.unit !== null && (limited.high ?? Infinity) <= max))
    const passing = offers.filter(fits)
    if (passing.length > 0) found.set(number, passing)
    if (passing.length < offers.length) besides.set(number, offers.filter((offer) => !fits(offer)))
  }
  return { found, besides }
}

/**
 * The unit that was chosen, else that of most of the offers; none where no offer has one.
 *
 * @param {Map<number, Candidate[]>} found
 * @param {Query} query
 * @param {Choices} choices
 */
function unitOf(found, query, choices) {
  if (query.unit !== null) return choices.places('units', [query.unit])[0] ?? null
  const counts = choices.units.map(() => 0)
  for (const offers of found.values()) {
    for (const { limited, compared } of offers) {
      const { unit } = query.max === null ? compared : limited
      if (unit !== null) counts[unit] += 1
    }
  }
  const most = Math.max(0, ...counts)
  return most === 0 ? null : counts.indexOf(most)
}

/**
 * Whether an offer passes every filter but those about its price. A provider without offers passes none about offers.
 *
 * @param {Query} query
 * @param {Choices} choices
 * @param {string} day
 * @returns {(row: Row) => boolean}
 */
function filter(query, choices, day) {
  const municipalities = new Set(choices.places('municipalities', query.municipalities))
  const services = new Set(choices.places('services', query.services))
  const [language = -1] = choices.places('languages', [query.language])
  const moment = choices.places('moments', [query.when]).reduce((_, place) => 1 << place, 0)
  const { kind, home, when } = query
  return ({ service, profile, languages, area }) =>
    (profile.from === null || profile.from <= day) &&
    (profile.until === null || day <= profile.until) &&
    (query.municipalities.length === 0 || area.some((place) => municipalities.has(place))) &&
    (query.services.length === 0 || services.has(service)) &&
    (kind === null || profile.kind === kind) &&
    (!home || profile.home) &&
    (when === null || (profile.moments & moment) !== 0) &&
    (query.language === null || languages.includes(language))
}

/**
 * @typedef {object} Weighed
 * @property {number} mask the needed parts that an offer answers, as bits
 * @property {number} score
 *
 * @param {Part[]} parts
 * @param {Set<number>} [near]
 * @returns {{all: number, weighed: (row: Row) => Weighed | null}} all bits; how well an offer answers, if at all
 */
export function weigher(parts, near) {
  const needed = parts.filter(({ isOptional }) => !isOptional)
  const optional = parts.filter(({ isOptional }) => isOptional)
  const binding = needed.reduce((bits, part, place) => (part.binding ? bits | (1 << place) : bits), 0)
  const all = (1 << needed.length) - 1
  const weighed = (/** @type {Row} */ row) => {
    let [mask, score, names, bit] = [0, 0, needed.length > 1 ? NAMESAKE : 0, 1]
    for (const part of needed) {
      const weight = weigh(part, row)
      if (weight > 0) mask |= bit
      score += weight
      if (names > 0 && (part.documents.get(row.number) ?? 0) < NAME) names = 0
      bit <<= 1
    }
    if ((mask & binding) !== binding || (all !== 0 && mask === 0)) return null
    for (const part of optional) score += weigh(part, row)
    if (near?.has(row.number)) score += NEIGHBOUR
    return { mask, score: Math.round((score + names) * 10) / 100 }
  }
  return { all, weighed }
}

/**
 * How well an offer answers one part: by its provider's own words, by its service, voucher or variant, by where it is
 * delivered or who speaks which language.
 *
 * @param {Part} part
 * @param {Row} row
 */
function weigh({ owners, documents, everywhere }, { number, service, profile, languages, area }) {
  let most = Math.max(everywhere ? 1 : 0, documents.get(number) ?? 0)
  const among = (/** @type {number} */ kind, /** @type {number | string} */ place) => {
    most = Math.max(most, owners[kind].get(place) ?? 0)
  }
  among(SERVICE, service)
  // The words of a voucher or a register count only where no service and no place has them.
  if (owners[SERVICE].size === 0 && owners[MUNICIPALITY].size === 0) among(ORIGIN, profile.origin)
  if (owners[MUNICIPALITY].size > 0) for (const place of area) among(MUNICIPALITY, place)
  if (owners[LANGUAGE].size > 0) for (const place of languages) among(LANGUAGE, place)
  for (const [bit, weight] of owners[MOMENT]) if ((profile.moments >> Number(bit)) & 1) most = Math.max(most, weight)
  if (profile.kind !== null) among(KIND, KINDS.indexOf(profile.kind))
  if (profile.variant !== '') among(VARIANT, profile.variant)
  return most
}

/** @param {number} bits */
export function ones(bits) {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count += 1
  return count
}
