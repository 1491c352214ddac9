/**
 * Slips of the keyboard: a letter too many, too few, another one, or two swapped.
 *
 * @import { Dictionary } from './dictionary.js'
 * @import { Reading } from './reading.js'
 */
import { fold } from './letters.js'
import { SERVICE } from './part.js'

/** From this weight on, a word is of a name. */
const NAMES = 8

/** From so many letters on, even the first one may be wrong. */
const ANYWHERE = 10

/** How well a word answers that is so many slips away. */
const WEIGHTS = [1, 0.5, 0.35]

/**
 * The entries nearest to a word.
 *
 * @param {string} typed
 * @param {number[]} allowed numbers of slips, fewest first
 * @param {boolean} unfinished whether the end of the word may still be missing
 * @param {Dictionary} dictionary
 * @param {string} [first] the first word of a compound: where it is right, the slips must be few for what comes after it
 * @returns {Reading | null} none when all are too far
 */
export function nearest(typed, allowed, unfinished, dictionary, first = '') {
  const form = fold(typed)
  const near = dictionary.near(form).filter(({ shown }) => shown !== '').map((entry) => ({ entry, word: fold(entry.shown) }))
  const words = near.filter(({ word }) => form.length >= ANYWHERE || word[0] === form[0])
  const keysOf = (/** @type {string} */ own) => [dictionary.keys.key(own), ...dictionary.keys.variants(own)]
  /** @type {(own: string, keys: string[], word: string, key: string, most: number) => boolean} */
  const fits = (own, keys, word, key, most) =>
    (most <= forgiven(own) && distance(own, word, most, unfinished) <= most) ||
    (!unfinished && keys.some((each) => each.length > 4 && most <= forgiven(each) && distance(each, key, most, false) <= most))
  const [keys, rest] = [keysOf(form), form.slice(first.length)]
  for (const most of allowed) {
    const chosen = words.filter(({ word, entry: { key } }) => fits(form, keys, word, key, most)).filter(({ word }) => {
      const other = word.slice(first.length)
      return first === '' || !word.startsWith(first) || fits(rest, keysOf(rest), other, dictionary.keys.key(other), most)
    })
    if (chosen.length > 0) {
      // The first letter is seldom the wrong one, and words of choices are likelier meant than others.
      const alike = chosen.filter(({ word }) => word[0] === form[0])
      const found = (alike.length > 0 ? alike : chosen).map(({ entry }) => entry)
      const [read] = [...found].sort((one, other) => other.heaviest - one.heaviest)
      return { typed, read: said(read, dictionary), found: new Map(found.map((entry) => [entry, WEIGHTS[most]])) }
    }
  }
  return null
}

/**
 * What people are told that a word was taken for: of other words for a service, its name.
 *
 * @param {import('./dictionary.js').Entry} entry
 * @param {Dictionary} dictionary
 */
export function said({ shown, heaviest, owners }, { store }) {
  const [kind, place, weight] = owners
  const isOther = kind === SERVICE && heaviest < NAMES && Number(weight) >= 10 * heaviest
  return isOther ? store.boot.services[Number(place)][1].toLowerCase() : shown
}

/**
 * How many slips are forgiven: none in short words, two in long ones.
 *
 * @param {string} word
 */
function forgiven(word) {
  return word.length < 4 ? 0 : word.length < 10 ? 1 : 2
}

/**
 * How many slips lie between two words.
 *
 * @param {string} typed
 * @param {string} meant
 * @param {number} most beyond this many, the answer is only "more"
 * @param {boolean} unfinished whether the end of the meant word may still be missing
 */
export function distance(typed, meant, most, unfinished) {
  const missing = meant.length - typed.length
  if (-missing > most || (missing > most && !unfinished)) return most + 1
  const width = unfinished ? Math.min(meant.length, typed.length + most) : meant.length
  let before = new Uint16Array(width + 1)
  let above = Uint16Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const here = new Uint16Array(width + 1)
    here[0] = row
    for (let column = 1; column <= width; column += 1) {
      const other = typed[row - 1] === meant[column - 1] ? 0 : 1
      here[column] = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + other)
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      if (row > 1 && column > 1 && swapped) {
        here[column] = Math.min(here[column], before[column - 2] + 1)
      }
    }
    if (Math.min(...here) > most) return most + 1
    before = above
    above = here
  }
  return Math.min(most + 1, unfinished ? Math.min(...above) : above[width])
}
