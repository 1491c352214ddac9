/**
 * The terms of an index, and how a typed word leads to some of them.
 *
 * @import { IndexFile } from './file.js'
 * @import { Keys } from './key.js'
 *
 * @typedef {Map<number, number>} Weights how well each term answers, from 0 to 1
 *
 * @typedef {object} Reading how a word was understood
 * @property {string} typed
 * @property {string} read the word it was taken for, when that is another one; else empty
 * @property {Weights} terms empty when nothing answers
 */
import { distance } from './distance.js'
import { fold } from './key.js'

const SAME = 1
const FORM = 0.9
const VARIANT = 0.85
const PART = 0.6
const BEGINNING = 0.5
const RELATIVE = 0.5
const INSIDE = 0.4
const SLIP = [0, 0.5, 0.35]

/** Letters a word needs before what merely begins like it is shown beside what equals it. */
const LONG = 5

/** How much of a word must agree where its end does not. */
const MOSTLY = 0.6

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
   * How words were understood: usually one reading for one word, more when a compound had to be taken apart.
   *
   * @param {string} typed
   * @param {boolean} unfinished whether it may still be being typed
   * @returns {Reading[]}
   */
  read(typed, unfinished) {
    const form = fold(typed)
    const terms = this.certain(form, unfinished)
    if (terms.size > 0) {
      return [{ typed, read: '', terms }]
    }
    const parts = this.takenApart(form)
    if (parts) {
      const telling = parts.filter((part) => !this.rules.isSilent(part))
      return (telling.length > 0 ? telling : parts).map((part) => ({ typed: part, read: '', terms: this.certain(part) }))
    }
    return [this.guessed(typed, form)]
  }

  /**
   * What a word means as it stands, and what begins like it.
   *
   * @param {string} form
   * @param {boolean} unfinished whether it may still be being typed
   */
  certain(form, unfinished = false) {
    const same = this.known([this.rules.key(form)], SAME)
    const found = same.size > 0 ? same : this.known(this.rules.variants(form), VARIANT)
    if (found.size === 0) {
      this.known(this.rules.relatives(form), RELATIVE).forEach((weight, term) => raise(found, term, weight))
    }
    const long = form.length >= (unfinished ? LONG - 1 : LONG)
    if (long || (found.size === 0 && form.length >= (unfinished ? 2 : 4))) {
      this.fitting((word) => word.startsWith(form), BEGINNING).forEach((weight, term) => raise(found, term, weight))
    }
    if (long && same.size === 0) {
      this.fitting((word) => word.includes(form), INSIDE).forEach((weight, term) => raise(found, term, weight))
    }
    return found
  }

  /**
   * What a word may mean when nothing is written quite like it.
   *
   * @param {string} typed
   * @param {string} form
   * @returns {Reading}
   */
  guessed(typed, form) {
    const key = this.rules.key(form)
    const attempts = [
      () => (key.length > 3 ? this.fitting((word) => word.startsWith(key), BEGINNING) : new Map()),
      () => (form.length > 3 ? this.fitting((word) => word.includes(form), INSIDE) : new Map()),
      () => (key.length > 3 ? this.fitting((word) => word.includes(key), INSIDE) : new Map()),
    ]
    for (const attempt of attempts) {
      const terms = attempt()
      if (terms.size > 0) {
        return { typed, read: '', terms }
      }
    }
    return this.near(typed, form) ?? this.alike(typed, form) ?? this.inPart(typed, form)
  }

  /**
   * The terms with the fewest slips between them and a word.
   *
   * @param {string} typed
   * @param {string} form
   * @returns {Reading | null}
   */
  near(typed, form) {
    const key = this.rules.key(form)
    for (const unfinished of [false, true]) {
      for (const most of slips(form)) {
        const byKey = !unfinished && slips(key).includes(most)
        const nearest = this.keys.flatMap((other, term) => {
          const isNear =
            distance(form, this.folded[term], most, unfinished) <= most || (byKey && distance(key, other, most) <= most)
          return isNear && this.shown[term] !== '' ? [term] : []
        })
        if (nearest.length > 0) {
          const alike = nearest.filter((term) => this.keys[term][0] === form[0])
          const chosen = alike.length > 0 ? alike : nearest
          const terms = this.known(chosen.map((term) => this.keys[term]), SLIP[most])
          return { typed, read: this.shown[chosen[0]], terms }
        }
      }
    }
    return null
  }

  /**
   * The terms that begin with most of a word.
   *
   * @param {string} typed
   * @param {string} form
   * @returns {Reading | null}
   */
  alike(typed, form) {
    for (let length = form.length - 1; length >= Math.max(LONG, form.length * MOSTLY); length -= 1) {
      const terms = this.fitting((word) => word.startsWith(form.slice(0, length)), INSIDE)
      if (terms.size > 0) {
        return { typed, read: '', terms }
      }
    }
    return null
  }

  /**
   * What only a part of a word means: the longest known part of it, the end before the beginning.
   *
   * @param {string} typed
   * @param {string} form
   * @returns {Reading}
   */
  inPart(typed, form) {
    for (let length = form.length - 3; length >= 4; length -= 1) {
      for (const part of [form.slice(-length), form.slice(0, length)]) {
        const term = this.numberOf(part)
        if (term !== undefined) {
          return { typed, read: this.shown[term], terms: this.known([this.keys[term]], INSIDE) }
        }
      }
    }
    return { typed, read: '', terms: new Map() }
  }

  /**
   * Whether a word is known, or long enough and the beginning of one that is.
   *
   * @param {string} form
   */
  begins(form) {
    return this.numberOf(form) !== undefined || (form.length > 3 && this.folded.some((word) => word.startsWith(form)))
  }

  /**
   * The known words that a compound is made of, the longest first word first; none when it is no compound.
   *
   * @param {string} form
   * @returns {string[] | null}
   */
  takenApart(form) {
    for (let at = form.length - 3; at >= 3; at -= 1) {
      const first = form.slice(0, at)
      const last = form.slice(at)
      if (this.rules.joins(first) && this.numberOf(last) !== undefined) {
        const before = this.begins(first) ? [first] : this.takenApart(first)
        if (before) {
          return [...before, last]
        }
      }
    }
    return null
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

/**
 * How many slips are forgiven, fewest first: none in short words, two in long ones.
 *
 * @param {string} form
 */
function slips(form) {
  return form.length < 4 ? [] : form.length < 8 ? [1] : [1, 2]
}
