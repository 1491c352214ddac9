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
  document.addEventListener('amounts-change', () => {
    // Amounts for one person come in after the list was put in order of them.
    const sorted = headings.find((heading) => heading.hasAttribute('aria-sort'))
    const direction = sorted?.getAttribute('aria-sort')
    if (sorted?.dataset.column !== 'you-pay') return
    sortRows(body, 'you-pay', direction === 'descending' ? 'descending' : 'ascending')
  })
  for (const tools of element.querySelectorAll('.provider-table__tools')) tools.removeAttribute('hidden')
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
  const cells = rows.map((row) => cellOf(row, column))
  const sorted = order(cells.map((cell) => cell?.sort), direction, document.documentElement.lang)
  const groups = groupsOf(cells)
  const place = (/** @type {number} */ position) => {
    const { sort, sortGroup = '' } = cells[position] ?? {}
    return sort === undefined ? groups.length : groups.indexOf(sortGroup)
  }
  sorted.sort((one, other) => place(one) - place(other))
  body.append(...sorted.map((position) => rows[position]))
}

/**
 * The groups of comparable values: amounts of different units are not put in one order, those of the commonest unit
 * come first.
 *
 * @param {(DOMStringMap | undefined)[]} cells
 */
function groupsOf(cells) {
  /** @type {Map<string, number>} */
  const counted = new Map()
  for (const cell of cells) {
    if (cell?.sort !== undefined) counted.set(cell.sortGroup ?? '', (counted.get(cell.sortGroup ?? '') ?? 0) + 1)
  }
  return [...counted].sort(([, one], [, other]) => other - one).map(([group]) => group)
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string} column
 */
function cellOf(row, column) {
  /** @type {HTMLElement | null} */
  const cell = row.querySelector(`[data-column="${column}"]`)
  return cell?.dataset
}
