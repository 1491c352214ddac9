import { ENOUGH, colourOf, contrast } from './colour.js'

/** @import { Colour } from './colour.js' */

/**
 * How a list is to look inside another site's page, as its address asks.
 *
 * @typedef {{ accent?: Colour, size?: number, columns?: string[], scheme?: string, refused: string[] }} Look
 */

/** Every column but the name, which is always shown. */
export const COLUMNS = ['where', 'price', 'you-pay', 'phone']

/** Per cent of the browser's own size of text. */
export const SMALLEST = 80
export const LARGEST = 150

/** @type {Colour} */
const WHITE = [255, 255, 255]

/**
 * What of an address can be obeyed, and what is refused and why; the rest of the list's look stays as it is.
 *
 * @param {string} query
 * @returns {Look}
 */
export function lookOf(query) {
  const asked = new URLSearchParams(query)
  /** @type {Look} */
  const look = { refused: [] }
  const [accent, size, columns, scheme] = ['accent', 'size', 'columns', 'scheme'].map((name) => asked.get(name))
  if (accent !== null) setAccent(look, accent)
  if (size !== null) setSize(look, size)
  if (columns !== null) setColumns(look, columns)
  if (scheme === 'light' || scheme === 'auto') look.scheme = scheme
  else if (scheme !== null) look.refused.push(`scheme: light or auto, not ${scheme}`)
  return look
}

/**
 * @param {Look} look
 * @param {string} text
 */
function setAccent(look, text) {
  const colour = colourOf(text)
  if (!colour) look.refused.push(`accent: six hexadecimal digits, not ${text}`)
  else if (contrast(colour, WHITE) < ENOUGH) look.refused.push(`accent: ${text} cannot be read on white`)
  else look.accent = colour
}

/**
 * @param {Look} look
 * @param {string} text
 */
function setSize(look, text) {
  const size = /^\d{2,3}$/.test(text) ? Number(text) : 0
  if (size >= SMALLEST && size <= LARGEST) look.size = size
  else look.refused.push(`size: a whole number from ${SMALLEST} to ${LARGEST}, not ${text}`)
}

/**
 * @param {Look} look
 * @param {string} text
 */
function setColumns(look, text) {
  const asked = text.split(',').filter((name) => name !== '' && name !== 'name')
  const unknown = asked.filter((name) => !COLUMNS.includes(name))
  if (unknown.length) look.refused.push(`columns: name, ${COLUMNS.join(', ')}, not ${unknown.join(', ')}`)
  else look.columns = asked
}
