/**
 * The piece of a provider's own words that answers a text, with the words marked.
 *
 * @import { Dictionary } from './dictionary.js'
 * @import { Part } from './part.js'
 *
 * @typedef {object} Piece
 * @property {string} words
 * @property {boolean} marked
 */
import { fold } from './letters.js'

/** So many characters stand before and after the first word that answers. */
const AROUND = 60

/** From this weight on, in tenths, a name answers: it is on the card already. */
const NAMES = 36

/**
 * @param {number[]} numbers
 * @param {Part[]} parts
 * @param {Map<number, {texts: string[]}>} stories
 * @param {Dictionary} dictionary
 * @returns {(Piece[] | null)[]}
 */
export function snippetsOf(numbers, parts, stories, { keys }) {
  return numbers.map((number) => {
    const asked = parts.filter(({ documents }) => (documents.get(number) ?? NAMES) < NAMES)
    const wanted = new Set(asked.flatMap((part) => part.keys))
    if (wanted.size === 0) return null
    const isMarked = (/** @type {string} */ word) => {
      const form = fold(word)
      return [keys.key(form), ...keys.variants(form)].some((key) => wanted.has(key) || [...wanted].some((part) => part.length > 3 && key.includes(part)))
    }
    const [best] = (stories.get(number)?.texts ?? [])
      .map((text) => ({ text, count: words(text).filter(isMarked).length }))
      .sort((one, other) => other.count - one.count)
    return best && best.count > 0 ? marked(best.text, isMarked) : null
  })
}

/** @param {string} text */
function words(text) {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * @param {string} text
 * @param {(word: string) => boolean} isMarked
 * @returns {Piece[]}
 */
function marked(text, isMarked) {
  const pieces = text.split(/([\p{L}\p{N}]+)/u).map((piece) => ({ words: piece, marked: /^[\p{L}\p{N}]/u.test(piece) && isMarked(piece) }))
  const first = pieces.findIndex((piece) => piece.marked)
  const before = pieces.slice(0, first).map((piece) => piece.words).join('')
  const behind = pieces.slice(first)
  const cut = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before
  /** @type {Piece[]} */
  const shown = cut === '' ? [] : [{ words: cut, marked: false }]
  let length = 0
  for (const piece of behind) {
    if (length > 2 * AROUND) return [...shown, { words: '…', marked: false }]
    length += piece.words.length
    const last = shown.at(-1)
    if (last && !last.marked && !piece.marked) last.words += piece.words
    else if (piece.words !== '') shown.push({ ...piece })
  }
  return shown
}
