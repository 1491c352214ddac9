/**
 * The dictionary of an index: what answers a word, page by page as words are asked for.
 *
 * @import { Keys, PublishedRules } from './key.js'
 * @import { Family, Store } from './store.js'
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
   * @param {{rules: PublishedRules, lists: number, pages: string, [family: string]: any}} words
   */
  constructor(store, words) {
    this.store = store
    /** What names files, of numbers too once one is asked for. */
    this.words = words
    /** @type {Keys} */
    this.keys = keysBy(words.rules)
    /** @type {Record<string, string[]>} by family of pages: words, and what begins with a digit */
    this.bounds = { t: boundsOf(words), n: [] }
    /** @type {Map<string, Map<string, Entry>>} by family and place */
    this.pages = new Map()
    /** @type {Map<string, Entry>} */
    this.guide = new Map()
  }

  /** Where a key stands: the page whose words begin before it. @param {string} key */
  placeOf(key) {
    const bounds = this.bounds[familyOf(key)]
    let low = 0
    let high = bounds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle] <= key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The name of the page with a key. @param {string} key */
  pageOf(key) {
    return familyOf(key) + this.placeOf(key)
  }

  /**
   * @param {string} family
   * @param {number} place
   */
  piece(family, place) {
    return this.store.piece(/** @type {Family} */ (family), place, { tags: this.words[family], slots: this.words[`${family}Slots`] })
  }

  /**
   * Fetch the pages on which some keys stand.
   *
   * @param {string[]} keys
   */
  async load(keys) {
    if (keys.some((key) => familyOf(key) === 'n')) await this.loadNumbers()
    await this.loadPages(keys.map((key) => this.pageOf(key)))
  }

  /** Where numbers stand is told apart from where words do: few ask for them, and there are more. */
  async loadNumbers() {
    const numbers = await this.store.single('numbers')
    this.bounds.n = boundsOf(numbers)
    this.words = { ...numbers, ...this.words }
  }

  /** @param {string[]} names */
  async loadPages(names) {
    const missing = [...new Set(names)].filter((name) => !this.pages.has(name))
    await Promise.all(missing.map(async (name) => {
      this.pages.set(name, entriesOf(await this.piece(name[0], Number(name.slice(1)))))
    }))
  }

  /** Keep only the latest pages. */
  trim() {
    for (const name of [...this.pages.keys()].slice(0, -KEPT)) this.pages.delete(name)
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
    const names = new Set([form, this.keys.key(form)].map((key) => this.pageOf(key)))
    const paged = [...names].flatMap((name) => [...(this.pages.get(name)?.values() ?? [])])
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
    const family = familyOf(letters)
    if (family === 'n') await this.loadNumbers()
    const [first, last] = [letters, `${letters}\uffff`].map((key) => this.placeOf(key))
    const names = Array.from({ length: last - first + 1 }, (_, step) => family + (first + step))
    const isNear = names.length <= SPAN
    await (isNear ? this.loadPages(names) : this.loadGuide())
    const all = isNear ? names.flatMap((name) => [...(this.pages.get(name)?.values() ?? [])]) : [...this.guide.values()]
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
    return (await this.piece('l', place))[key] ?? []
  }
}

/** @param {string} key @returns {'t' | 'n'} */
function familyOf(key) {
  return /^[0-9]/.test(key) ? 'n' : 't'
}

/** @param {{pages: string}} volume */
function boundsOf({ pages }) {
  return pages === '' ? [] : pages.split(',')
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
