/**
 * What to loosen when nothing was found: one filter less, one word less, a neighbouring municipality. Each says how
 * much it would find.
 *
 * @import { Data } from './data.js'
 * @import { Choice } from './engine.js'
 * @import { Query } from './query.js'
 * @import { Part } from './text.js'
 *
 * @typedef {'text' | 'municipalities' | 'services' | 'kind' | 'max' | 'unit' | 'when' | 'language' | 'home'} Filter
 *
 * @typedef {object} Relaxation
 * @property {'neighbour' | 'word' | 'rest' | 'youPay' | Filter} kind "youPay" is a limit on what one pays, "max" on the price
 * @property {string} word the word that is left out, for "word"
 * @property {Choice | null} neighbour for "neighbour"
 * @property {Query} query what to ask instead
 * @property {number} total how much it finds
 */
import { EVERYTHING } from './query.js'

const MOST = 6

/** @type {Filter[]} */
const FILTERS = ['municipalities', 'services', 'kind', 'max', 'unit', 'when', 'language', 'home', 'text']

/**
 * @param {Query} query
 * @param {Part[]} parts what the text asks for
 * @param {Data} data
 * @param {(query: Query) => number} totalOf
 * @param {string[]} given words that were given up already
 * @returns {Relaxation[]}
 */
export function relaxations(query, parts, data, totalOf, given) {
  const finding = (/** @type {Relaxation[]} */ ways) =>
    ways.map((way) => ({ ...way, total: totalOf(way.query) })).filter(({ total }) => total > 0)
  const small = finding([...neighbours(query, parts, data), ...fewerWords(query, parts, given), ...fewerFilters(query)])
  return small.length > 0
    ? small.sort((one, other) => nearness(other) - nearness(one) || other.total - one.total).slice(0, MOST)
    : finding(onlyWhat(query)).slice(0, 1)
}

/**
 * Where no small step helps: only what was asked for, and no condition else.
 *
 * @param {Query} query
 */
function onlyWhat({ text, services, sort }) {
  const asked = [{ text, services }, { services }, { text }].filter(({ text = '', services = [] }) => text || services.length)
  return asked.map((what) => relaxed('rest', { ...EVERYTHING, sort, ...what }))
}

/** @param {Relaxation} relaxation */
function nearness({ kind }) {
  return Number(kind === 'neighbour')
}

/**
 * @param {Query} query
 * @returns {Relaxation[]}
 */
function fewerFilters(query) {
  const set = FILTERS.filter((name) => isSet(query[name]))
  if (set.length < 2 && set[0] === 'text') return []
  const named = (/** @type {Filter} */ name) => (name === 'max' && query.of === 'you-pay' ? 'youPay' : name)
  return set.map((name) => relaxed(named(name), { ...query, [name]: EVERYTHING[name] }))
}

/** @param {unknown} value */
function isSet(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/**
 * @param {Query} query
 * @param {Part[]} parts
 * @param {string[]} given
 */
function fewerWords(query, parts, given) {
  const words = [...new Set(parts.map(({ typed }) => typed))].filter((word) => !given.includes(word))
  return words.length < 2
    ? []
    : words.map((word) => ({ ...relaxed('word', { ...query, text: without(query.text, word) }), word }))
}

/**
 * The same in each municipality beside those that were chosen, or named in the text.
 *
 * @param {Query} query
 * @param {Part[]} parts
 * @param {Data} data
 */
function neighbours(query, parts, { file }) {
  const named = parts.filter(({ places }) => places.length > 0)
  const asked = file.municipalities.flatMap(([key], place) => (query.municipalities.includes(key) ? [place] : []))
  const here = new Set([...asked, ...named.flatMap(({ places }) => places)])
  const near = [...here].flatMap((place) => file.municipalities[place][3])
  const beside = new Set(near.filter((place) => !here.has(place)))
  const text = named.reduce((rest, { typed }) => without(rest, typed), query.text)
  return [...beside].map((place) => {
    const [key, label] = file.municipalities[place]
    return { ...relaxed('neighbour', { ...query, text, municipalities: [key] }), neighbour: { key, label } }
  })
}

/**
 * @param {Relaxation['kind']} kind
 * @param {Query} query
 * @returns {Relaxation}
 */
function relaxed(kind, query) {
  return { kind, word: '', neighbour: null, query: { ...query, page: 1 }, total: 0 }
}

/**
 * @param {string} text
 * @param {string} word
 */
function without(text, word) {
  return text.replace(word, '').replace(/""/g, '').replace(/\s+/g, ' ').trim()
}
