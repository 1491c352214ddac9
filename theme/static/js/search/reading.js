/**
 * How a typed word is understood: as it stands, as a compound, by its beginning or inside, or as a slip of the
 * keyboard.
 *
 * @import { Terms, Weights } from './terms.js'
 *
 * @typedef {object} Reading
 * @property {string} typed
 * @property {string} read the word it was taken for, when that is another one; else empty
 * @property {Weights} terms empty when nothing answers
 */
import { fold } from './key.js'
import { nearest } from './slips.js'
import { raise } from './terms.js'

const SAME = 1
const VARIANT = 0.85
const BEGINNING = 0.5
const RELATIVE = 0.5
const INSIDE = 0.4

/** From so many letters on, what begins like a word is shown beside what equals it. */
const LONG = 5

/** From so many letters on, one slip is likelier than another word that merely looks alike. */
const VERY_LONG = 8

/** How much of a word must agree where its end does not. */
const MOSTLY = 0.6

/**
 * One reading for a word, more for a compound that had to be taken apart.
 *
 * @param {string} typed
 * @param {boolean} unfinished whether it may still be being typed
 * @param {Terms} terms
 * @returns {Reading[]}
 */
export function readWord(typed, unfinished, terms) {
  const form = fold(typed)
  const certain = asItStands(form, unfinished, terms)
  if (certain.size > 0) return [{ typed, read: '', terms: certain }]

  const slip = form.length < VERY_LONG ? null : nearest(typed, [1], false, terms)
  if (slip) return [slip]

  const parts = takenApart(form, terms)
  if (parts === null) return [guessed(typed, form, terms)]
  const telling = parts.filter((part) => !terms.rules.isSilent(part))
  return (telling.length > 0 ? telling : parts).map((part) => {
    return { typed: part, read: '', terms: asItStands(part, false, terms) }
  })
}

/**
 * What a word means as it stands, or what begins like it.
 *
 * @param {string} form
 * @param {boolean} unfinished
 * @param {Terms} terms
 */
function asItStands(form, unfinished, terms) {
  const { rules } = terms
  const found = terms.known([rules.key(form)], SAME)
  const add = (/** @type {Weights} */ more) => more.forEach((weight, term) => raise(found, term, weight))
  // A word that is only mentioned somewhere may be another form of one that matters.
  const sure = terms.matter(found)
  if (!sure) add(terms.known(rules.variants(form), VARIANT))
  if (!terms.matter(found)) add(terms.known(rules.relatives(form), RELATIVE))

  const long = form.length >= (unfinished ? LONG - 1 : LONG)
  const enough = form.length >= (unfinished ? 2 : LONG - 1)
  if (long || (found.size === 0 && enough)) add(terms.fitting((word) => word.startsWith(form), BEGINNING))
  if (long && !sure) add(terms.fitting((word) => word.includes(form), INSIDE))
  return found
}

/**
 * What a word may mean when nothing is written quite like it: the first of these that finds anything.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Terms} terms
 * @returns {Reading}
 */
function guessed(typed, form, terms) {
  const key = terms.rules.key(form)
  const looked = (/** @type {(word: string) => boolean} */ fits, /** @type {number} */ weight) => {
    const found = terms.fitting(fits, weight)
    return found.size > 0 ? { typed, read: '', terms: found } : null
  }
  return (
    (key.length < LONG - 1 ? null : looked((word) => word.startsWith(key), BEGINNING)) ??
    (form.length < LONG - 1 ? null : looked((word) => word.includes(form), INSIDE)) ??
    (key.length < LONG - 1 ? null : looked((word) => word.includes(key), INSIDE)) ??
    nearest(typed, [1, 2], false, terms) ??
    nearest(typed, [1, 2], true, terms) ??
    beginsAlike(form, looked) ??
    inPart(typed, form, terms)
  )
}

/**
 * What begins with most of a word.
 *
 * @param {string} form
 * @param {(fits: (word: string) => boolean, weight: number) => Reading | null} looked
 * @returns {Reading | null}
 */
function beginsAlike(form, looked) {
  for (let length = form.length - 1; length >= Math.max(LONG, form.length * MOSTLY); length -= 1) {
    const found = looked((word) => word.startsWith(form.slice(0, length)), INSIDE)
    if (found) return found
  }
  return null
}

/**
 * What only a part of a word means: the longest known part of it, its end before its beginning. A part that is little
 * more than the ending of a case says nothing.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Terms} terms
 * @returns {Reading}
 */
function inPart(typed, form, terms) {
  for (let length = form.length - 3; length >= LONG - 1; length -= 1) {
    for (const part of [form.slice(-length), form.slice(0, length)]) {
      const term = terms.numberOf(part)
      if (term !== undefined && terms.keys[term].length >= LONG - 1) {
        return { typed, read: terms.shown[term], terms: terms.known([terms.keys[term]], INSIDE) }
      }
    }
  }
  return { typed, read: '', terms: new Map() }
}

/**
 * The known words that a compound is made of, the longest first word first; none when it is no compound.
 *
 * @param {string} form
 * @param {Terms} terms
 * @returns {string[] | null}
 */
function takenApart(form, terms) {
  for (let at = form.length - 3; at >= 3; at -= 1) {
    const first = form.slice(0, at)
    const last = form.slice(at)
    if (terms.rules.joins(first) && terms.numberOf(last) !== undefined) {
      const before = terms.begins(first) ? [first] : takenApart(first, terms)
      if (before) return [...before, last]
    }
  }
  return null
}
