/**
 * How many providers each choice would leave, with every other filter in force.
 *
 * @import { Answers, Found } from './answers.js'
 * @import { Context } from './engine.js'
 * @import { Candidate, Matching } from './matching.js'
 * @import { Query } from './query.js'
 *
 * @typedef {'municipality' | 'service' | 'kind' | 'unit' | 'when' | 'language' | 'home'} Facet
 * @typedef {Record<Facet, Record<string, number>>} Facets
 */
import { EVERYTHING } from './query.js'
import { KINDS } from './tables.js'

/** @type {[Facet, keyof Query][]} */
const FIELDS = [
  ['municipality', 'municipalities'],
  ['service', 'services'],
  ['kind', 'kind'],
  ['unit', 'unit'],
  ['when', 'when'],
  ['language', 'language'],
  ['home', 'home'],
]

/**
 * @param {Query} query
 * @param {Found} found
 * @param {Context} context
 * @param {Answers} answers
 * @returns {Promise<Facets>}
 */
export async function facetsOf(query, { parts, unit, near, matching, total }, context, answers) {
  if (total === 0 && query.text !== '' && parts.length === 0) return counted(FIELDS.map(([facet]) => [facet, () => []]), answers)
  const isOpen = query.text === '' && FIELDS.every(([, field]) => !isSet(query, field)) && query.max === null
  const { day, dated } = answers.boot
  if (isOpen && query.of === 'price' && answers.day === day && !dated) return known(await answers.store.single('pages'), answers)
  const base = matching ?? (await answers.matching(query, parts, context, near, unit))
  const entry = (/** @type {Facet} */ facet, /** @type {Matching} */ all) =>
    /** @type {[Facet, () => string[][]]} */ ([facet, () => has(facet, all, query, answers)])
  const entries = await Promise.all(FIELDS.map(async ([facet, field]) => {
    const other = { ...query, [field]: EVERYTHING[field] }
    // Where the limit is about a unit that nobody chose, a choice does not change it.
    const fixed = query.max === null && facet !== 'unit' ? undefined : unit
    const all = facet === 'unit' || !isSet(query, field) ? base : await answers.matching(other, parts, context, near, fixed)
    // Not every table tells everywhere that an offer is delivered, and who speaks what.
    const lacks = facet === 'municipality' ? 'partly' : 'mute'
    const narrow = (facet === 'municipality' || facet === 'language') && [...all.found.values()].some(([{ row }]) => row[lacks])
    if (narrow) return entry(facet, await answers.matching(other, parts, context, near, fixed, true))
    return entry(facet, all)
  }))
  return counted(entries, answers)
}

/**
 * @param {Query} query
 * @param {keyof Query} field
 */
function isSet(query, field) {
  return String(query[field]) !== String(EVERYTHING[field])
}

/**
 * What the index says of itself, where nothing is chosen.
 *
 * @param {{counts: Record<Facet, number[]>}} guide
 * @param {Answers} answers
 * @returns {Facets}
 */
function known({ counts }, answers) {
  const keys = keysOf(answers)
  return /** @type {Facets} */ (Object.fromEntries(FIELDS.map(([facet]) => {
    return [facet, Object.fromEntries(keys[facet].map((key, place) => [key, counts[facet][place]]))]
  })))
}

/**
 * @param {Answers} answers
 * @returns {Record<Facet, string[]>}
 */
function keysOf({ choices }) {
  const of = (/** @type {{key: string}[]} */ all) => all.map(({ key }) => key)
  const { municipalities, services, units, moments, languages } = choices
  return {
    ...{ municipality: of(municipalities), service: of(services), kind: KINDS, unit: of(units), when: of(moments) },
    ...{ language: of(languages), home: ['1'] },
  }
}

/**
 * For every provider, the choices of a facet that it would be found by.
 *
 * @param {Facet} facet
 * @param {Matching} all
 * @param {Query} query
 * @param {Answers} answers
 * @returns {string[][]}
 */
function has(facet, { found, besides }, { max }, { choices }) {
  /** @type {Record<Facet, (candidate: Candidate) => string[]>} */
  const choicesOf = {
    municipality: ({ row: { area } }) => area.map((place) => choices.municipalities[place].key),
    service: ({ row }) => (choices.services[row.service] ? [choices.services[row.service].key] : []),
    kind: ({ row: { profile } }) => (profile.kind === null ? [] : [profile.kind]),
    unit: ({ limited }) => (limited.unit === null ? [] : [choices.units[limited.unit].key]),
    when: ({ row: { profile } }) => choices.moments.flatMap(({ key }, bit) => (profile.moments & (1 << bit) ? [key] : [])),
    language: ({ row: { languages } }) => languages.map((place) => choices.languages[place].key),
    home: ({ row: { profile } }) => (profile.home ? ['1'] : []),
  }
  const of = choicesOf[facet]
  const numbers = facet === 'unit' ? new Set([...found.keys(), ...besides.keys()]) : new Set(found.keys())
  return [...numbers].map((number) => {
    const offers = found.get(number) ?? []
    // A limit holds in every unit.
    const others = facet === 'unit' ? (besides.get(number) ?? []).filter(({ limited }) => max === null || (limited.unit !== null && (limited.high ?? Infinity) <= max)) : []
    return [...new Set([...offers, ...others].flatMap(of))]
  })
}

/**
 * @param {[Facet, () => string[][]][]} entries
 * @param {Answers} answers
 * @returns {Facets}
 */
function counted(entries, answers) {
  const keys = keysOf(answers)
  return /** @type {Facets} */ (Object.fromEntries(entries.map(([facet, has]) => {
    const counts = Object.fromEntries(keys[facet].map((key) => [key, 0]))
    for (const found of has()) {
      for (const key of found) counts[key] += 1
    }
    return [facet, counts]
  })))
}
