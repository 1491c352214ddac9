/**
 * What helps on: pages that are about what a text asks for, and what to loosen when nothing was found. Each way out says
 * how much it would find.
 *
 * @import { Answers, Found, Reading } from './answers.js'
 * @import { Choice } from './boot.js'
 * @import { Context } from './engine.js'
 * @import { Query } from './query.js'
 * @import { Part } from './part.js'
 *
 * @typedef {object} Guide a page that is about the whole text
 * @property {'service' | 'municipality' | 'origin'} kind
 * @property {string} key
 * @property {string} label
 * @property {string} url
 *
 * @typedef {'text' | 'municipalities' | 'services' | 'kind' | 'max' | 'unit' | 'when' | 'language' | 'home'} Filter
 *
 * @typedef {object} Relaxation
 * @property {'neighbour' | 'word' | 'rest' | 'youPay' | Filter} kind "youPay" is a limit on what one pays
 * @property {string} word the word that is left out, for "word"
 * @property {Choice | null} neighbour for "neighbour"
 * @property {Query} query what to ask instead
 * @property {number} total how much it finds
 */
import { EVERYTHING } from './query.js'
import { MOMENT, MUNICIPALITY, NAMED, ORIGIN, SERVICE } from './part.js'

const MOST_GUIDES = 3

/** What every word must weigh in a page's own words, in tenths; lower are guesses. */
const SURE = 35

const MOST = 6

/** @type {Filter[]} */
const FILTERS = ['municipalities', 'services', 'kind', 'max', 'unit', 'when', 'language', 'home', 'text']

/**
 * @param {Part[]} parts
 * @param {Answers} answers
 * @returns {Promise<Guide[]>}
 */
export async function guidesOf(parts, { store, choices }) {
  if (parts.length === 0) return []
  const guide = await store.single('pages')
  const what = parts.filter(({ owners, isOptional }) => !isOptional && owners[MUNICIPALITY].size + owners[MOMENT].size === 0)
  const url = (/** @type {'service' | 'municipality'} */ kind, /** @type {'services' | 'municipalities'} */ all, /** @type {number} */ place) =>
    guide[all][place] === 0 ? `${guide[kind]}${choices[all][place].key}/` : guide[all][place]
  const sure = (/** @type {Part[]} */ asked, /** @type {number} */ kind, /** @type {number} */ place) => {
    const weights = asked.map(({ owners }) => owners[kind].get(place) ?? 0)
    return weights.length === 0 || weights.some((weight) => weight < SURE) ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
  }
  /** @type {(Guide & {score: number})[]} */
  const pages = [
    ...choices.services.map((choice, place) => ({ kind: /** @type {const} */ ('service'), ...choice, url: url('service', 'services', place), score: sure(what, SERVICE, place) })),
    ...choices.origins.map((choice, place) => ({ kind: /** @type {const} */ ('origin'), ...choice, score: sure(what, ORIGIN, place) })),
    ...choices.municipalities.map((choice, place) => ({ kind: /** @type {const} */ ('municipality'), ...choice, url: url('municipality', 'municipalities', place), score: sure(parts, MUNICIPALITY, place) })),
  ]
  const best = pages.filter((page) => page.url !== '' && page.score > 0).sort((one, other) => other.score - one.score)
  // Of a service that nobody offers yet, the voucher that is planned for it says most.
  const planned = /** @type {[number, number][]} */ (guide.planned).map(([service, origin]) => [pages[service], pages[choices.services.length + origin]])
  const coming = planned.flatMap(([service, origin]) => (best.slice(0, MOST_GUIDES).includes(service) ? [origin] : []))
  return [...new Set([...coming, ...best])]
    .slice(0, MOST_GUIDES)
    .map(({ score, ...page }) => page)
}

/**
 * @param {Query} query
 * @param {Reading} reading
 * @param {Found} found
 * @param {Context} context
 * @param {Answers} answers
 * @returns {Promise<Relaxation[]>}
 */
export async function relaxationsOf(query, reading, { missing }, context, answers) {
  const given = missing.map(({ typed }) => typed)
  const small = await counted([
    ...(await neighbours(query, reading.parts, answers)),
    ...fewerWords(query, reading.parts, given),
    ...fewerFilters(query),
  ], context, answers)
  if (small.length === 0) return (await counted(onlyWhat(query), context, answers)).slice(0, 1)
  const isNear = (/** @type {Relaxation} */ { kind }) => Number(kind === 'neighbour')
  return small.sort((one, other) => isNear(other) - isNear(one) || other.total - one.total).slice(0, MOST)
}

/**
 * Those that find anything, each with how much.
 *
 * @param {Relaxation[]} ways
 * @param {Context} context
 * @param {Answers} answers
 */
async function counted(ways, context, answers) {
  const totals = await Promise.all(ways.map(async ({ query }) => {
    const reading = await answers.understood(query.text)
    return (await answers.find(query, reading, context)).total
  }))
  return ways.map((way, at) => ({ ...way, total: totals[at] })).filter(({ total }) => total > 0)
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

/**
 * @param {Query} query
 * @returns {Relaxation[]}
 */
function fewerFilters(query) {
  const set = FILTERS.filter((name) => (Array.isArray(query[name]) ? query[name].length > 0 : Boolean(query[name])))
  if (set.length < 2 && set[0] === 'text') return []
  const named = (/** @type {Filter} */ name) => (name === 'max' && query.of === 'you-pay' ? 'youPay' : name)
  return set.map((name) => ({ ...relaxed(named(name), { ...query, [name]: EVERYTHING[name] }), word: query.text }))
}

/**
 * @param {Query} query
 * @param {Part[]} parts
 * @param {string[]} given words that were given up already
 */
function fewerWords(query, parts, given) {
  const words = [...new Set(parts.map(({ typed }) => typed))].filter((word) => !given.includes(word))
  if (words.length < 2) return []
  return words.map((word) => ({ ...relaxed('word', { ...query, text: without(query.text, word) }), word }))
}

/**
 * The same in each municipality beside those that were chosen, or named in the text.
 *
 * @param {Query} query
 * @param {Part[]} parts
 * @param {Answers} answers
 */
async function neighbours(query, parts, answers) {
  const { choices } = answers
  const named = parts.filter(({ owners }) => [...owners[MUNICIPALITY].values()].some((weight) => weight >= NAMED))
  const asked = choices.places('municipalities', query.municipalities)
  const here = new Set([...asked, .../** @type {number[]} */ (named.flatMap(({ owners }) => [...owners[MUNICIPALITY].keys()]))])
  if (here.size === 0) return []
  const beside = [...(await answers.neighbours([...here]))].filter((place) => !here.has(place))
  const text = named.reduce((rest, { typed }) => without(rest, typed), query.text)
  return beside.map((place) => {
    const neighbour = choices.municipalities[place]
    return { ...relaxed('neighbour', { ...query, text, municipalities: [neighbour.key] }), neighbour }
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
