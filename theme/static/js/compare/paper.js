/**
 * How large the comparison can be printed so that it still fits on one sheet of A4 lying on its side. A browser does
 * not tell a page how high it will be on paper, so this reckons with the letters that have to find room.
 *
 * @import { Value, Values } from './rows.js'
 */

/** What remains of the sheet for the table, in pixels of 1/96 inch. */
const WIDTH = 930
const HEIGHT = 530

/** Each with the size of its letters in pixels: 10, 8.5 and 7.5 points. */
const SIZES = /** @type {const} */ ([['large', 13.3], ['middle', 11.3], ['small', 10]])

const LINE = 1.25

const PADDING = 6

/** How wide a letter is on the average, beside its height. */
const LETTER = 0.54

/**
 * @param {Values[]} columns
 * @param {string[]} rows those that are shown
 * @returns {'large' | 'middle' | 'small'}
 */
export function paperSize(columns, rows) {
  const [fitting] = SIZES.find(([, size]) => heightOf(columns, rows, size) <= HEIGHT) ?? SIZES[2]
  return fitting
}

/**
 * @param {Values[]} columns
 * @param {string[]} rows
 * @param {number} size
 */
function heightOf(columns, rows, size) {
  const letters = Math.floor((WIDTH / columns.length - 2 * PADDING) / (size * LETTER))
  const heights = rows.map((row) => Math.max(...columns.map((values) => linesOf(values[row], letters))))
  // The names above, and what one pays in larger letters, take three lines more.
  return (heights.reduce((sum, lines) => sum + lines, 3)) * size * LINE + rows.length * PADDING
}

/**
 * @param {Value | undefined} value
 * @param {number} letters in one line
 */
function linesOf({ text = '', unit = '', note = '', lines = [] } = {}, letters) {
  const parts = [`${text} ${unit}`, note, ...lines]
  return Math.max(1, parts.reduce((sum, part) => sum + Math.ceil(part.trim().length / letters), 0))
}
