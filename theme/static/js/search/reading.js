/**
 * How a typed word is understood: as it stands, as a compound, by its beginning or inside, or as a slip of the
 * keyboard.
 *
 * @import { Dictionary, Entry, Found } from './dictionary.js'
 *
 * @typedef {object} Reading
 * @property {string} typed
 * @property {string} read the word it was taken for, when that is another one; else empty
 * @property {Found} found empty when nothing answers
 */
import { fold } from './letters.js'
import { BEGINNING, INSIDE, LONG, RELATIVE, VARIANT } from './likeness.js'

/** Of more words than these, only the words of choices are taken. */
const MANY = 60

export class Reader {
  /** @param {Dictionary} dictionary */
  constructor(dictionary) {
    this.dictionary = dictionary
    this.keys = dictionary.keys
  }

  /**
   * One reading for a word, more for a compound that had to be taken apart.
   *
   * @param {string} typed
   * @param {boolean} unfinished whether it may still be being typed
   * @returns {Promise<Reading[]>}
   */
  async read(typed, unfinished) {
    const form = fold(typed)
    const certain = await this.asItStands(form, unfinished)
    if (certain.size > 0) return [{ typed, read: '', found: certain }]
    // Whatever is not written as it is known may be any word: those of all choices are looked through.
    await this.dictionary.loadNear(form)
    const { guessed } = await import('./guesses.js')
    return Promise.all((await guessed(typed, form, this)).map((reading) => this.whole(reading)))
  }

  /**
   * Entries of the guide know no providers: take their pages' own.
   *
   * @param {Reading} reading
   */
  async whole({ found, ...reading }) {
    await this.dictionary.load([...found.keys()].map(({ key }) => key))
    return { ...reading, found: new Map([...found].map(([entry, share]) => [this.dictionary.entry(entry.key) ?? entry, share])) }
  }

  /**
   * What a word means as it stands, or what begins like it.
   *
   * @param {string} form
   * @param {boolean} unfinished
   * @returns {Promise<Found>}
   */
  async asItStands(form, unfinished) {
    const { keys } = this
    const found = await this.known([keys.key(form)], 1)
    const isKnown = found.size > 0
    const add = (/** @type {Found} */ more) => more.forEach((share, entry) => raise(found, entry, share))
    // A word that is only mentioned somewhere may be another form of one that matters, or the beginning of one.
    if (this.matters(found)) return found
    add(await this.known(keys.variants(form), VARIANT))
    if (!this.matters(found)) add(await this.known(keys.relatives(form), RELATIVE))
    const long = form.length >= (unfinished ? LONG - 1 : LONG)
    const enough = form.length >= (unfinished ? 2 : LONG - 1)
    if (long || (found.size === 0 && enough)) {
      const begun = await this.dictionary.beginning(form)
      const chosen = begun.length > MANY ? begun.filter(({ owners }) => owners.length > 0) : begun
      add(await this.known(chosen.map(({ key }) => key), BEGINNING))
    }
    if (long && !isKnown) add(await this.inside(form))
    return found
  }

  /**
   * Whether any of these entries is more than mentioned in passing.
   *
   * @param {Found} found
   */
  matters(found) {
    return [...found.keys()].some(({ heaviest, owners }) => heaviest > 1 || owners.length > 0)
  }

  /**
   * Words of choices, and words near by in the dictionary, that hold some letters.
   *
   * @param {string} form
   */
  async inside(form) {
    await this.dictionary.loadNear(form)
    return (await this.whole({ typed: form, read: '', found: this.fitting(form, (word) => word.includes(form), INSIDE) })).found
  }

  /**
   * @param {string[]} keys
   * @param {number} share
   * @returns {Promise<Found>}
   */
  async known(keys, share) {
    await this.dictionary.load(keys)
    return new Map(keys.flatMap((key) => {
      const entry = this.dictionary.entry(key)
      return entry ? [[entry, share]] : []
    }))
  }

  /**
   * The entries whose key or shown word fits, of those that a word may be taken for.
   *
   * @param {string} form
   * @param {(word: string) => boolean} fits
   * @param {number} share
   * @returns {Found}
   */
  fitting(form, fits, share) {
    const all = this.dictionary.near(form).filter(({ key, shown }) => fits(key) || fits(fold(shown)))
    const chosen = all.length > MANY ? all.filter(({ owners }) => owners.length > 0) : all
    return new Map(chosen.map((entry) => [entry, share]))
  }
}

/**
 * @param {Found} found
 * @param {Entry} entry
 * @param {number} share
 */
function raise(found, entry, share) {
  found.set(entry, Math.max(share, found.get(entry) ?? 0))
}
