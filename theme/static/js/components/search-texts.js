/**
 * What comes onto the cards after the results: what each provider does, and the piece of its text in which the words
 * were found.
 *
 *   <p data-summary></p>, <p data-snippet hidden>…<q></q></p>
 *
 * @import { Piece } from '../search/engine.js'
 */

/**
 * @param {HTMLElement} list of the results, in their order
 * @param {string[]} summaries
 */
export function showSummaries(list, summaries) {
  ;[...list.children].forEach((card, at) => {
    const place = card.querySelector('[data-summary]')
    if (place) place.textContent = summaries[at] ?? ''
  })
}

/**
 * A piece that stands in the summary anyway is marked there.
 *
 * @param {HTMLElement} list of the results, in their order
 * @param {(Piece[] | null)[]} snippets
 */
export function showSnippets(list, snippets) {
  ;[...list.children].forEach((card, at) => {
    const place = card.querySelector('[data-snippet]')
    const pieces = snippets[at] ?? []
    const more = pieces.length > 0 && !markedIn(card.querySelector('[data-summary]'), pieces)
    place?.querySelector('q')?.replaceChildren(...(more ? pieces.map(nodeOf) : []))
    place?.toggleAttribute('hidden', !more)
  })
}

/**
 * Mark a piece of a text within the text; false where it is no piece of it.
 *
 * @param {Element | null} element
 * @param {Piece[]} pieces
 */
function markedIn(element, pieces) {
  const text = element?.textContent ?? ''
  const piece = pieces.map(({ words }) => words).join('')
  const start = text.indexOf(piece)
  if (start < 0) return false
  element?.replaceChildren(text.slice(0, start), ...pieces.map(nodeOf), text.slice(start + piece.length))
  return true
}

/** @param {Piece} piece */
function nodeOf({ words, marked }) {
  if (!marked) return words
  const mark = document.createElement('mark')
  mark.textContent = words
  return mark
}
