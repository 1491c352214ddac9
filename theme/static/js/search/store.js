/**
 * The pieces of an index: fetched once, checked before they are read, and a few kept. outputs/search/README.md says what
 * each holds.
 *
 * @import { Boot } from './boot.js'
 *
 * @typedef {object} Slot where a piece stands in its pack
 * @property {number} slot bytes
 * @property {number} rank
 *
 * @typedef {'d' | 'x' | 'm' | 's' | 't' | 'n' | 'l'} Family
 */

/** So many milliseconds a piece may take. */
const PATIENCE = 10_000

/** What is asked for within a second waits together: a signal costs as much as all else about a small piece. */
let patient = { until: 0, signal: AbortSignal.abort() }

/** So many characters of pieces are kept. */
const KEPT = 250_000

/** A municipality has its offers in at most so many pieces; then comes one that tells who delivers there. */
export const BUCKETS = 8
export const PLACES = BUCKETS + 1

/** So many pieces are fetched for one part of a query; where more were needed, all offers are. */
export const PIECES = 8

/** So many bytes before a packed piece say how many it has. */
const LENGTH = 3

/** Before the content of a piece stands its sum: ["1a2b3c4d", */
const SEAL = 12

const SUMS = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

/**
 * CRC-32, as zlib computes it.
 *
 * @param {Uint8Array} bytes
 */
export function crc(bytes) {
  let sum = -1
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 255] ^ (sum >>> 8)
  return (sum ^ -1) >>> 0
}

/**
 * Fetch a sealed file and check it.
 *
 * @param {string} address
 * @param {typeof fetch} fetcher
 * @param {RequestCache} [cache]
 * @returns {Promise<{content: any, size: number}>}
 */
export async function unsealed(address, fetcher, cache = 'default') {
  const bytes = new Uint8Array(await (await answered(address, fetcher, { cache })).arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  if (parseInt(text.slice(2, SEAL - 2), 16) === crc(bytes.subarray(SEAL, -1))) {
    return { content: JSON.parse(text.slice(SEAL, -1)), size: bytes.length }
  }
  if (cache === 'reload') throw new Error(`${address} is damaged`)
  return unsealed(address, fetcher, 'reload')
}

/**
 * Fetch a piece of a pack; its compression has a sum that is checked. A host that knows no ranges sends the whole pack.
 *
 * @param {string} address
 * @param {typeof fetch} fetcher
 * @param {Slot} slot
 * @param {RequestCache} [cache]
 * @returns {Promise<{content: any, size: number}>}
 */
async function unpacked(address, fetcher, { slot, rank }, cache = 'default') {
  const from = slot * rank
  const answer = await answered(address, fetcher, { cache, headers: { Range: `bytes=${from}-${from + slot - 1}` } })
  const bytes = new Uint8Array(await answer.arrayBuffer()).subarray(answer.status === 206 ? 0 : from)
  try {
    const size = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16)
    const stream = new Blob([bytes.slice(LENGTH, LENGTH + size)]).stream().pipeThrough(new DecompressionStream('deflate'))
    return { content: await new Response(stream).json(), size: 3 * size }
  } catch {
    if (cache === 'reload') throw new Error(`${address} is damaged`)
    return unpacked(address, fetcher, { slot, rank }, 'reload')
  }
}

/**
 * A file that is gone was replaced.
 *
 * @param {string} address
 * @param {typeof fetch} fetcher
 * @param {RequestInit} options
 */
async function answered(address, fetcher, options) {
  if (!(performance.now() < patient.until)) patient = { until: performance.now() + 1_000, signal: AbortSignal.timeout(PATIENCE) }
  const answer = await fetcher(address, { ...options, signal: patient.signal })
  if (answer.status === 404) throw named('Stale', `${address} is gone`)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer
}

/**
 * The pieces with the cards of one municipality.
 *
 * @param {number} place
 * @param {{bits: number, cut: number[]}} boot
 */
export function blocksOf(place, { bits, cut }) {
  const shift = cut[place]
  const step = 1 << Math.min(shift, bits)
  return Array.from({ length: (1 << bits) / step }, (_, at) => (((place << bits) + at * step) >> shift) << shift)
}

/**
 * @param {string} name
 * @param {string} message
 */
function named(name, message) {
  return Object.assign(new Error(message), { name })
}

export class Store {
  /**
   * @param {string} folder
   * @param {Boot} boot
   * @param {typeof fetch} fetcher
   */
  constructor(folder, boot, fetcher) {
    this.folder = folder
    this.boot = boot
    this.fetcher = fetcher
    /** @type {Record<string, string> | null} every piece as it was written, once a small directory has been fetched whole */
    this.whole = null
    /** @type {Map<string, {content: Promise<any>, size: number}>} the latest used last */
    this.kept = new Map()
    /** So many municipalities are a group, as Shape.together in outputs/search/shape.py has it. */
    this.municipalities = boot.slots ? 4 : 8
    const cards = this.municipalities << boot.bits
    this.together = { d: cards, x: cards, m: this.municipalities * PLACES, s: 9, t: 16, n: 64, l: 16 }
  }

  /**
   * @param {Family} family
   * @param {number} place
   * @param {{tags: string[], slots?: number[]}} [named] how the groups of the family are called
   * @returns {Promise<any>}
   */
  piece(family, place, named = this.named(family)) {
    const group = Math.floor(place / this.together[family])
    const slot = named.slots?.[group]
    if (slot === undefined) return this.get(family + place, `${family}${place}-${named.tags[group]}.json`)
    const rank = this.rank(family, place, group)
    return this.get(family + place, `${family}-${group}-${named.tags[group]}.bin`, { slot, rank })
  }

  /** @param {Family} family */
  named(family) {
    return { tags: this.boot[/** @type {'d' | 'x' | 'm' | 's'} */ (family)], slots: (this.boot.slots || {})[family] }
  }

  /**
   * Which piece of its pack a place is.
   *
   * @param {Family} family
   * @param {number} place
   * @param {number} group
   */
  rank(family, place, group) {
    const { cut } = this.boot
    const first = group * this.municipalities
    if (family !== 'd' && family !== 'x') return place % this.together[family]
    const blocks = new Set(cut.slice(first, first + this.municipalities).flatMap((_, at) => blocksOf(first + at, this.boot)))
    return [...blocks].filter((block) => block >= group * this.together[family]).indexOf(place)
  }

  /**
   * A piece that there is one of.
   *
   * @param {string} name
   * @returns {Promise<any>}
   */
  single(name) {
    return this.get(name, `${name}-${this.boot.names[name]}.json`)
  }

  /**
   * @param {string} name
   * @param {string} file
   * @param {Slot} [slot] where it stands in the file
   * @returns {Promise<any>}
   */
  get(name, file, slot) {
    const entry = this.kept.get(name) ?? { size: 0, content: this.had(name, file, slot) }
    this.kept.delete(name)
    this.kept.set(name, entry)
    return entry.content
  }

  /**
   * @param {string} name
   * @param {string} file
   * @param {Slot} [slot]
   */
  async had(name, file, slot) {
    const known = this.whole?.[name]
    try {
      const { content, size } = known === undefined
        ? await (slot ? unpacked(this.folder + file, this.fetcher, slot) : unsealed(this.folder + file, this.fetcher))
        : await { content: JSON.parse(known), size: known.length }
      this.keep(name, size)
      return content
    } catch (error) {
      this.kept.delete(name)
      throw error
    }
  }

  /**
   * Make room for a piece.
   *
   * @param {string} name
   * @param {number} size
   */
  keep(name, size) {
    const entry = this.kept.get(name)
    if (entry) entry.size = size
    let sum = 0
    for (const [other, each] of [...this.kept].reverse()) {
      // What is too large for all others is kept until the next one comes.
      const isTooMuch = each.size > KEPT ? other !== name : (sum += each.size) > KEPT
      if (each.size > 0 && isTooMuch) this.kept.delete(other)
    }
  }

  /** Fetch everything, where a directory is small enough: from then on nothing is asked of the network. */
  async fetchWhole() {
    if (!this.whole && this.boot.names.whole) this.whole = await this.single('whole')
    this.kept.delete('whole')
  }
}
