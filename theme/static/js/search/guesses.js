/**
 * What a word may mean that is written like none that is known: a slip of the keyboard, a compound nobody wrote before, a
 * part of another word.
 *
 * @import { Reader, Reading } from './reading.js'
 */
import { fold } from './letters.js'
import { BEGINNING, INSIDE, LONG } from './likeness.js'
import { nearest } from './slips.js'

/** From so many letters on, one slip is likelier than another word that merely looks alike. */
const VERY_LONG = 8

/** How much of a word must agree where its end does not. */
const MOSTLY = 0.6

/** So many letters an ending may have. */
const ENDING = 4

/**
 * @param {string} typed
 * @param {string} form
 * @param {Reader} reader
 * @returns {Reading | string[]} a reading, or the known words of a compound
 */
export function guessed(typed, form, reader) {
  const slip = form.length < VERY_LONG ? null : nearest(typed, [1], false, reader.dictionary)
  return slip ?? takenApart(form, reader) ?? otherwise(typed, form, reader)
}

/**
 * What a word may mean when nothing is written quite like it: the first of these that finds anything.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Reader} reader
 * @returns {Reading}
 */
function otherwise(typed, form, reader) {
  const key = reader.keys.key(form)
  const looked = (/** @type {(word: string) => boolean} */ fits, /** @type {number} */ share) => {
    const found = reader.fitting(form, fits, share)
    return found.size > 0 ? { typed, read: '', found } : null
  }
  return (
    (key.length < LONG - 1 ? null : looked((word) => word.startsWith(key), BEGINNING)) ??
    (form.length < LONG - 1 ? null : looked((word) => word.includes(form), INSIDE)) ??
    (key.length < LONG - 1 ? null : looked((word) => word.includes(key), INSIDE)) ??
    nearest(typed, [1, 2], false, reader.dictionary) ??
    nearest(typed, [1, 2], true, reader.dictionary) ??
    beginsAlike(form, looked) ??
    inPart(typed, form, reader)
  )
}

/**
 * What begins with most of a word.
 *
 * @param {string} form
 * @param {(fits: (word: string) => boolean, share: number) => Reading | null} looked
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
 * @param {Reader} reader
 * @returns {Reading}
 */
function inPart(typed, form, { dictionary, keys }) {
  for (let length = form.length - 3; length >= LONG - 1; length -= 1) {
    for (const part of [form.slice(-length), form.slice(0, length)]) {
      const entry = dictionary.entry(keys.key(part))
      if (entry && entry.key.length >= LONG - 1) return { typed, read: entry.shown, found: new Map([[entry, INSIDE]]) }
    }
  }
  return { typed, read: '', found: new Map() }
}

/**
 * The known words that a compound is made of, the longest first word first; none when it is no compound.
 *
 * @param {string} form
 * @param {Reader} reader
 * @returns {string[] | null}
 */
function takenApart(form, reader) {
  for (let at = form.length - 3; at >= 3; at -= 1) {
    const [first, last] = [form.slice(0, at), form.slice(at)]
    if (reader.keys.joins(first) && reader.isKnown(last)) {
      const before = begins(first, reader) ? [first] : takenApart(first, reader)
      if (before) return [...before, last]
    }
  }
  return null
}

/**
 * Whether a word is known, or long enough and the beginning of one that is.
 *
 * @param {string} form
 * @param {Reader} reader
 */
function begins(form, reader) {
  const continues = (/** @type {string} */ word) => word.startsWith(form) && word.length <= form.length + ENDING
  return reader.isKnown(form) || (form.length > 3 && reader.dictionary.near(form).some(({ shown }) => continues(fold(shown))))
}
