/**
 * Slips of the keyboard: a letter too many, too few, another one, or two swapped.
 *
 * @import { Reading } from './reading.js'
 * @import { Terms } from './terms.js'
 */
import { fold } from './key.js'

/** How well a word answers that is so many slips away. */
const WEIGHTS = [1, 0.5, 0.35]

/**
 * The terms nearest to a word.
 *
 * @param {string} typed
 * @param {number[]} allowed numbers of slips, fewest first
 * @param {boolean} unfinished whether the end of the word may still be missing
 * @param {Terms} terms
 * @returns {Reading | null} none when all are too far
 */
export function nearest(typed, allowed, unfinished, terms) {
  const form = fold(typed)
  const keys = unfinished ? [] : [terms.rules.key(form), ...terms.rules.variants(form)]
  for (const most of allowed) {
    const lenient = keys.filter((key) => most <= forgiven(key))
    const near = most > forgiven(form) ? [] : terms.keys.flatMap((other, term) => {
      if (terms.shown[term] === '') return []
      const isNear =
        distance(form, terms.folded[term], most, unfinished) <= most ||
        lenient.some((key) => key[0] === other[0] && distance(key, other, most, false) <= most)
      return isNear ? [term] : []
    })
    if (near.length > 0) {
      // The first letter is seldom the wrong one.
      const alike = near.filter((term) => terms.keys[term][0] === form[0])
      const chosen = alike.length > 0 ? alike : near
      const found = terms.known(chosen.map((term) => terms.keys[term]), WEIGHTS[most])
      return { typed, read: terms.shown[chosen[0]], terms: found }
    }
  }
  return null
}

/**
 * How many slips are forgiven: none in short words, two in long ones.
 *
 * @param {string} word
 */
function forgiven(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
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
