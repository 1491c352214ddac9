import { nextDirection, order } from '../sorting.js'

/** @import { Direction } from '../sorting.js' */

/**
 * Sort the list by the column that is pressed, or chosen from the select that narrow screens have instead.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const body = element.querySelector('tbody')
  const select = element.querySelector('select')
  const said = element.querySelector('[role="status"]')
  /** @type {HTMLTableCellElement[]} */
  const headings = [...element.querySelectorAll('th[data-column]')].filter(isHeading)
  if (!body || !select || !said || !headings.length) throw new Error('the table or its controls were not found')

  /**
   * @param {string} column
   * @param {Direction} direction
   */
  const sort = (column, direction) => {
    sortRows(body, column, direction)
    for (const heading of headings) {
      if (heading.dataset.column !== column) heading.removeAttribute('aria-sort')
      else {
        heading.setAttribute('aria-sort', direction)
        said.textContent = heading.querySelector('button')?.dataset[direction] ?? ''
      }
    }
    select.value = column
  }

  for (const heading of headings) {
    const button = heading.querySelector('button')
    if (!button) continue
    button.disabled = false
    button.addEventListener('click', () => {
      sort(heading.dataset.column ?? '', nextDirection(heading.getAttribute('aria-sort')))
    })
  }
  select.addEventListener('change', () => sort(select.value, 'ascending'))
  for (const tools of element.querySelectorAll('p[hidden]')) tools.removeAttribute('hidden')
}

/**
 * @param {Element} cell
 * @returns {cell is HTMLTableCellElement}
 */
function isHeading(cell) {
  return cell.closest('thead') !== null
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {string} column
 * @param {Direction} direction
 */
function sortRows(body, column, direction) {
  const rows = [...body.rows]
  const values = rows.map((row) => cellValue(row, column))
  body.append(...order(values, direction, document.documentElement.lang).map((position) => rows[position]))
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string} column
 */
function cellValue(row, column) {
  /** @type {HTMLElement | null} */
  const cell = row.querySelector(`[data-column="${column}"]`)
  return cell?.dataset.sort
}
