/**
 * The dictionary of an index: what answers a word, page by page as words are asked for.
 *
 * @import { Keys, PublishedRules } from './key.js'
 * @import { Store } from './store.js'
 *
 * @typedef {object} Columns
 * @property {string[]} k keys
 * @property {(string | 0)[]} w the words that people are shown
 * @property {number[]} h
 * @property {number[]} [n]
 * @property {(number | string)[][]} o
 * @property {(number[][] | 0 | 1)[]} [d]
 *
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} shown empty for mere parts of words and for names in several words
 * @property {number} heaviest the most that the word itself counts anywhere
 * @property {number} total how many providers answer it; 0 where nobody but its own documents does
 * @property {(number | string)[]} owners kind, place and weight of every choice that answers, one after the other
 * @property {number[][] | 0 | 1} lists providers: by weight; 0 in a piece of their own, 1 nearly everybody
 *
 * @typedef {Map<Entry, number>} Found how well each entry answers, from 0 to 1
 */
import { keysBy } from './key.js'
import { fold } from './letters.js'
import { crc } from './store.js'

/** What begins alike is looked for on so many pages. */
const SPAN = 3

/** So many pages are kept from one text to the next. */
const KEPT = 12

export class Dictionary {
  /**
   * @param {Store} store
   * @param {{rules: PublishedRules, pages: string, t: string[], l: string[], lists: number, slots: {t: number[], l: number[]} | 0}} words
   */
  constructor(store, words) {
    this.store = store
    this.words = words
    /** @type {Keys} */
    this.keys = keysBy(words.rules)
    this.bounds = words.pages === '' ? [] : words.pages.split(',')
    /** @type {Map<number, Map<string, Entry>>} */
    this.pages = new Map()
    /** @type {Map<string, Entry>} */
    this.guide = new Map()
  }

  /** Where a key stands: the page whose words begin before it. @param {string} key */
  pageOf(key) {
    let low = 0
    let high = this.bounds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.bounds[middle] <= key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** @param {'t' | 'l'} family */
  named(family) {
    const { slots } = this.words
    return { tags: this.words[family], slots: slots ? slots[family] : undefined }
  }

  /**
   * Fetch the pages on which some keys stand.
   *
   * @param {string[]} keys
   */
  async load(keys) {
    await this.loadPages(keys.map((key) => this.pageOf(key)))
  }

  /** @param {number[]} places */
  async loadPages(places) {
    const missing = [...new Set(places)].filter((place) => !this.pages.has(place))
    await Promise.all(missing.map(async (place) => {
      this.pages.set(place, entriesOf(await this.store.piece('t', place, this.named('t'))))
    }))
  }

  /** Keep only the latest pages. */
  trim() {
    for (const place of [...this.pages.keys()].slice(0, -KEPT)) this.pages.delete(place)
  }

  /** Fetch the words of all choices. */
  async loadGuide() {
    if (this.guide.size === 0) this.guide = entriesOf(await this.store.single('guide'))
  }

  /** @param {string} key @returns {Entry | undefined} */
  entry(key) {
    return this.pages.get(this.pageOf(key))?.get(key) ?? this.guide.get(key)
  }

  /**
   * Have at hand what a word may be taken for.
   *
   * @param {string} form
   */
  async loadNear(form) {
    await Promise.all([this.loadGuide(), this.load([form, this.keys.key(form)])])
  }

  /**
   * What a word may be taken for: the words of choices, and those that stand near it in the dictionary. Whatever else is at
   * hand is left alone, so that an answer does not depend on what was asked before.
   *
   * @param {string} form
   * @returns {Entry[]}
   */
  near(form) {
    const places = new Set([form, this.keys.key(form)].map((key) => this.pageOf(key)))
    const paged = [...places].flatMap((place) => [...(this.pages.get(place)?.values() ?? [])])
    const keys = new Set(paged.map(({ key }) => key))
    return [...paged, ...[...this.guide.values()].filter(({ key }) => !keys.has(key))]
  }

  /**
   * Entries that begin with some letters, of all the dictionary; where there are too many, of the words of choices.
   *
   * @param {string} letters
   * @returns {Promise<Entry[]>}
   */
  async beginning(letters) {
    const first = this.pageOf(letters)
    const last = this.pageOf(`${letters}\uffff`)
    const places = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    const isNear = places.length <= SPAN
    await (isNear ? this.loadPages(places) : this.loadGuide())
    const all = isNear ? places.flatMap((place) => [...(this.pages.get(place)?.values() ?? [])]) : [...this.guide.values()]
    return all.filter(({ key, shown }) => key.startsWith(letters) || fold(shown).startsWith(letters))
  }

  /**
   * The providers whose own words an entry is among, and how much each counts, in tenths.
   *
   * @param {Entry} entry
   * @returns {Promise<number[][]>}
   */
  async lists({ key, lists }) {
    if (lists === 1) return []
    if (lists !== 0) return lists
    const place = crc(new TextEncoder().encode(key)) % this.words.lists
    return (await this.store.piece('l', place, this.named('l')))[key] ?? []
  }
}

/**
 * @param {Columns} columns
 * @returns {Map<string, Entry>}
 */
function entriesOf({ k, w, h, n = [], o, d = [] }) {
  return new Map(k.map((key, at) => {
    const [shown, lists] = [w[at], d[at] ?? []]
    return [key, { key, shown: shown === 0 ? key : shown, heaviest: h[at], total: n[at] ?? 0, owners: o[at], lists }]
  }))
}
