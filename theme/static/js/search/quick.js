/**
 * Answers that can be had without looking at every offer: how many there are is known, and who comes first today lies in
 * a few pieces.
 *
 * @import { Answers } from './answers.js'
 * @import { Query } from './query.js'
 * @import { Row } from './tables.js'
 * @import { Part } from './part.js'
 */
import { rowsOf } from './tables.js'
import { usualUnit } from './units.js'
import { areOwnWords, NAME, NAMESAKE, NEIGHBOUR, ORIGIN, SERVICE } from './part.js'

/** Where fewer than this share of providers offer a service, the list of them is shorter than the way to find them. */
const FREQUENT = 0.04

/** So deep into the results; who goes on is given the whole list. */
const DEEPEST = 100

/**
 * @param {Query} query
 * @param {Part[]} parts
 * @param {Set<number> | undefined} near who delivers beside a place that was given up
 * @param {Answers} answers
 * @returns {Promise<{total: number, numbers: number[], page: number, unit: number | null} | null>}
 */
export async function quickly(query, parts, near, answers) {
  const { boot } = answers
  const until = query.page * boot.page
  if (until > DEEPEST) return null
  const found = await among(parts, until, near, answers)
  if (!found) return null
  const pages = Math.max(1, Math.ceil(found.total / boot.page))
  const page = Math.min(query.page, pages)
  const numbers = found.numbers.slice((page - 1) * boot.page, page * boot.page)
  return { total: found.total, page, numbers, unit: usualUnit(query, parts.flatMap(({ owners }) => [...owners[SERVICE].keys()]), answers) }
}

/**
 * @param {Part[]} parts
 * @param {number} most
 * @param {Set<number> | undefined} near
 * @param {Answers} answers
 * @returns {Promise<{total: number, numbers: number[]} | null>}
 */
async function among(parts, most, near, answers) {
  const [part] = parts
  const { boot } = answers
  if (parts.some(({ isOptional }) => isOptional)) return null
  if (!part || part.everywhere) return { total: boot.count, numbers: await walk(() => true, 1, most, answers) }
  if (areOwnWords(parts)) return byOwnWords(parts, near, answers)
  const { owners, documents, total } = part
  const others = owners.some(({ size }, kind) => size > 0 && kind !== SERVICE && kind !== ORIGIN)
  if (near || parts.length > 1 || total === null || owners[SERVICE].size === 0 || others) return null
  /** @type {Set<number>} */
  const numbers = new Set()
  const tiers = [...new Set([...owners[SERVICE].values(), ...documents.values()])].sort((one, other) => other - one)
  for (const weight of tiers) {
    const services = /** @type {number[]} */ (having(owners[SERVICE], weight))
    const tier = await answering(services, having(documents, weight), most, numbers, answers)
    for (const number of tier) numbers.add(number)
    if (numbers.size >= most) break
  }
  return { total, numbers: [...numbers] }
}

/**
 * @template Key
 * @param {Map<Key, number>} weights
 * @param {number} wanted
 */
function having(weights, wanted) {
  return [...weights].flatMap(([key, weight]) => (weight === wanted ? [key] : []))
}

/**
 * Providers that answer equally well, the first ones of the day: those who offer some services, and some others.
 *
 * @param {number[]} services
 * @param {number[]} others
 * @param {number} most
 * @param {Set<number>} before those that answer better
 * @param {Answers} answers
 */
async function answering(services, others, most, before, answers) {
  const { boot, turn, sources } = answers
  const share = services.reduce((sum, place) => sum + boot.services[place][2], 0) / boot.count
  if (share >= FREQUENT && others.length === 0) return walk(({ number, service }) => services.includes(service) && !before.has(number), share, most - before.size, answers)
  const lists = await Promise.all(services.map((place) => sources.offering(place)))
  return [...lists.flat(), ...others].sort((one, other) => turn(one) - turn(other) || one - other)
}

/**
 * Providers whose own words hold all the parts, in order.
 *
 * @param {Part[]} parts
 * @param {Set<number> | undefined} near
 * @param {Answers} answers
 */
function byOwnWords(parts, near, { turn }) {
  const [first, ...others] = parts.map(({ documents }) => documents)
  const scored = [...first].flatMap(([number, weight]) => {
    const weights = [weight, ...others.map((documents) => documents.get(number) ?? 0)]
    if (weights.includes(0)) return []
    const namesake = parts.length > 1 && weights.every((each) => each >= NAME) ? NAMESAKE : 0
    const score = Math.round((weights.reduce((sum, each) => sum + each, 0) + namesake + (near?.has(number) ? NEIGHBOUR : 0)) * 10) / 100
    return [{ number, score, turn: turn(number) }]
  })
  if (scored.length === 0) return null
  scored.sort((one, other) => other.score - one.score || one.turn - other.turn || one.number - other.number)
  return { total: scored.length, numbers: scored.map(({ number }) => number) }
}

/**
 * The first providers of the day's order that have an offer of some kind: from neighbourhood to neighbourhood.
 *
 * @param {(row: Row) => boolean} fits
 * @param {number} share of all providers, about, that have one
 * @param {number} most
 * @param {Answers} answers
 */
async function walk(fits, share, most, { sources, store, boot, turn }) {
  const blocks = sources.blocks().sort((one, other) => Math.floor(turn(one) / 0x100000) - Math.floor(turn(other) / 0x100000) || one - other)
  const each = Math.max(0.5, (boot.count / blocks.length) * share)
  /** @type {number[]} */
  const found = []
  for (let at = 0; at < blocks.length && found.length < most; ) {
    const next = blocks.slice(at, (at += Math.ceil((most - found.length) / each)))
    const pieces = await Promise.all(next.map((block) => store.piece('d', block)))
    for (const { offers } of pieces) {
      const numbers = new Set(rowsOf(offers).filter(fits).map(({ number }) => number))
      found.push(...[...numbers].sort((one, other) => turn(one) - turn(other) || one - other))
    }
  }
  return found
}
