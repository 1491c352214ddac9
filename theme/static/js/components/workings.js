/**
 * How the amounts of a listing came about for one person, under its table.
 *
 * @import { PriceBook } from '../prices/book.js'
 * @import { Cell } from './you-pay.js'
 */
import { needed } from './needed.js'

/**
 * @param {ParentNode} root
 * @param {PriceBook} book
 * @param {Cell[]} cells
 */
export function showWorkings(root, book, cells) {
  for (const workings of root.querySelectorAll('[data-workings]')) {
    if (!(workings instanceof HTMLElement)) continue
    const rows = rowsOf(workings, cells)
    const items = [...rows].flatMap(([row, own]) => itemOf(workings, row, book, own))
    needed(workings, '[data-part="list"]', HTMLElement).replaceChildren(...items)
    workings.hidden = items.length === 0
  }
}

/**
 * The cells of the same listing, row by row.
 *
 * @param {HTMLElement} workings
 * @param {Cell[]} cells
 */
function rowsOf(workings, cells) {
  const listing = workings.closest('[data-listing]')
  /** @type {Map<Element | null, Cell[]>} */
  const rows = new Map()
  for (const cell of cells) {
    if (!listing?.contains(cell.element)) continue
    const row = cell.element.closest('tr')
    rows.set(row, [...(rows.get(row) ?? []), cell])
  }
  return rows
}

/**
 * The steps that led to the amounts of one row; nothing where no amount follows from what the person told.
 *
 * @param {HTMLElement} workings
 * @param {Element | null} row
 * @param {PriceBook} book
 * @param {Cell[]} cells
 * @returns {Node[]}
 */
function itemOf(workings, row, book, cells) {
  if (!cells.some(({ told }) => told)) return []
  // The way to a share leads through the value; what the voucher pays of the price is what the share leaves of it.
  const last = cells.filter(({ element }) => element.dataset.amount === 'value')
  const ordered = [...cells.filter((cell) => !last.includes(cell)), ...last]
  const lines = new Set(ordered.flatMap(({ outcome }) => (outcome ? book.words.steps(outcome) : [])))
  if (lines.size === 0) return []
  const item = needed(workings, 'template', HTMLTemplateElement).content.cloneNode(true)
  const name = row?.querySelector('th')?.firstChild?.textContent?.trim() ?? ''
  needed(/** @type {ParentNode} */ (item), '[data-part="name"]', HTMLElement).textContent = name
  const list = needed(/** @type {ParentNode} */ (item), '[data-part="lines"]', HTMLElement)
  for (const line of lines) {
    const entry = document.createElement('li')
    entry.textContent = line
    list.append(entry)
  }
  return [item]
}
