/**
 * The terms of an index: what can be looked up by key, and which terms answer for others.
 *
 * @import { IndexFile } from './file.js'
 * @import { Keys } from './key.js'
 *
 * @typedef {Map<number, number>} Weights how well each term answers, from 0 to 1
 */
import { fold } from './key.js'

/** How well a compound answers for a part of it, and a possible form of a word for the word. */
const PART = 0.6
const FORM = 0.9

/** What a word counts in running text. */
const MENTION = 1

/** So many letters an ending may have. */
const ENDING = 4

export class Terms {
  /**
   * @param {IndexFile['terms']} published
   * @param {Keys} keys
   */
  constructor(published, keys) {
    this.rules = keys
    this.keys = published.keys.split(',')
    this.shown = published.shown.split(',')
    this.folded = this.shown.map(fold)
    this.numbers = new Map(this.keys.map((key, number) => [key, number]))
    /** @type {number[]} for each term, what it counts at most in any text */
    this.heaviest = []
    /** @type {Map<number, [number, number][]>} for each term, others that answer for it too, and how well */
    this.family = new Map()
    for (const [compound, ...parts] of published.parts) {
      parts.forEach((part) => this.join(part, compound, PART))
    }
    for (const [one, other] of published.also) {
      this.join(one, other, FORM)
      this.join(other, one, FORM)
    }
  }

  /**
   * @param {number} term
   * @param {number} other
   * @param {number} weight
   */
  join(term, other, weight) {
    const family = this.family.get(term)
    family ? family.push([other, weight]) : this.family.set(term, [[other, weight]])
  }

  /** @param {string} form */
  numberOf(form) {
    return this.numbers.get(this.rules.key(form))
  }

  /**
   * The terms with these keys, and their families.
   *
   * @param {Iterable<string | undefined>} keys
   * @param {number} weight
   */
  known(keys, weight) {
    /** @type {Weights} */
    const found = new Map()
    for (const key of keys) {
      const term = key === undefined ? undefined : this.numbers.get(key)
      if (term !== undefined) {
        raise(found, term, weight)
        this.family.get(term)?.forEach(([other, share]) => raise(found, other, weight * share))
      }
    }
    return found
  }

  /**
   * The terms whose key or shown word fits.
   *
   * @param {(word: string) => boolean} fits
   * @param {number} weight
   */
  fitting(fits, weight) {
    /** @type {Weights} */
    const found = new Map()
    this.keys.forEach((key, term) => {
      if (fits(key) || fits(this.folded[term])) {
        found.set(term, weight)
      }
    })
    return found
  }

  /**
   * Whether any of these terms is more than mentioned in passing.
   *
   * @param {Weights} terms
   */
  matter(terms) {
    return [...terms.keys()].some((term) => this.heaviest[term] > MENTION)
  }

  /**
   * Whether a word is known, or long enough and the beginning of one that is.
   *
   * @param {string} form
   */
  begins(form) {
    const continues = (/** @type {string} */ word) => word.startsWith(form) && word.length <= form.length + ENDING
    return this.numberOf(form) !== undefined || (form.length > 3 && this.folded.some(continues))
  }
}

/**
 * @param {Weights} weights
 * @param {number} term
 * @param {number} weight
 */
export function raise(weights, term, weight) {
  weights.set(term, Math.max(weight, weights.get(term) ?? 0))
}
