/**
 * The table of the comparison: its lines are there from the start, a column is put in for each provider.
 *
 * @import { Choice } from '../compare/provider.js'
 * @import { Column } from '../compare/columns.js'
 * @import { Value, Values } from '../compare/rows.js'
 */
import { paperSize } from '../compare/paper.js'
import { choicesOf } from '../compare/provider.js'
import { differs, isEmpty, lowest } from '../compare/rows.js'
import { needed } from './needed.js'
import { copyOf } from './search-slots.js'

export class CompareTable {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.heads = needed(root, '[data-part="heads"]', HTMLTableRowElement)
    this.rows = [...root.querySelectorAll('tr[data-row]')].filter((row) => row instanceof HTMLTableRowElement)
  }

  /**
   * @param {Column[]} columns
   * @param {Values[]} values
   * @param {boolean} onlyDifferences
   */
  show(columns, values, onlyDifferences) {
    this.root.dataset.columns = String(columns.length)
    const heads = columns.map(({ provider: { name, url, where = '' } }) => this.copy('head', { name, url, where }))
    put(this.heads, heads)
    for (const row of this.rows) this.showRow(row, columns, values, onlyDifferences)
    const shown = this.rows.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.row ?? '')
    this.root.dataset.paper = paperSize(values, shown)
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {Column[]} columns
   * @param {Values[]} values
   * @param {boolean} onlyDifferences
   */
  showRow(row, columns, values, onlyDifferences) {
    const key = row.dataset.row ?? ''
    const own = values.map((each) => each[key])
    const least = lowest(key, columns, own)
    const differing = differs(key, own)
    const cells = columns.map((column, at) => this.cell(key, column, own[at], least.includes(at)))
    put(row, cells)
    needed(row, '[data-part="differs"]', HTMLElement).hidden = !differing
    row.hidden = own.every(isEmpty) || (onlyDifferences && !differing && columns.length > 1)
  }

  /**
   * @param {string} key
   * @param {Column} column
   * @param {Value | undefined} value
   * @param {boolean} isLeast
   */
  cell(key, column, value, isLeast) {
    const { text = '', unit = '', note = '', url = '', lines = [], cents, loud } = value ?? {}
    // 'Cannot be computed here' must not be as loud as an amount.
    const amount = url || unit || loud || cents !== undefined
    const cell = this.copy('cell', {
      whose: column.provider.name,
      ...(url ? { url, call: text } : amount ? { text, unit } : { words: text }),
      note,
      lines: lines.map((line) => ({ line })),
      lowest: isLeast ? 'yes' : '',
      missing: isEmpty(value) ? 'yes' : '',
    })
    const choices = choicesOf(column.provider)
    if (key === 'service' && choices.length > 1) this.addChoice(cell, column, choices)
    return cell
  }

  /**
   * @param {HTMLElement} cell
   * @param {Column} column
   * @param {Choice[]} choices
   */
  addChoice(cell, column, choices) {
    const label = this.copy('choice', { whose: column.provider.name })
    const select = needed(label, 'select', HTMLSelectElement)
    for (const listing of new Set(choices.map((choice) => choice.listing))) {
      const group = document.createElement('optgroup')
      group.label = listing.name
      group.append(...choices.filter((choice) => choice.listing === listing).map(({ offer }) => {
        const price = offer.price ? `${offer.price.text} / ${offer.price.unit}` : ''
        const words = [offer.service, offer.variant, price].filter(Boolean).join(' · ')
        return new Option(words, offer.id, false, offer === column.choice.offer)
      }))
      select.append(group)
    }
    cell.append(label)
  }

  /**
   * Which column a control stands in.
   *
   * @param {Element} control
   */
  columnOf(control) {
    const cell = control.closest('th, td')
    return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) - 1 : -1
  }

  /**
   * Give the focus to a column's control again, after the table has been made anew.
   *
   * @param {'select' | '[data-act="remove"]'} control
   * @param {number} column
   */
  focus(control, column) {
    const controls = [...this.root.querySelectorAll(`th:nth-child(${column + 2}) ${control}, td:nth-child(${column + 2}) ${control}`)]
    const [found] = controls.filter((each) => each instanceof HTMLElement)
    found?.focus()
    return found !== undefined
  }

  /**
   * @param {string} template
   * @param {import('./search-slots.js').Values} values
   * @returns {HTMLElement}
   */
  copy(template, values) {
    const copy = copyOf(needed(this.root, `template[data-part="${template}"]`, HTMLTemplateElement), values)
    return /** @type {HTMLElement} */ (copy.firstElementChild)
  }
}

/**
 * Exchange everything but the first cell of a line.
 *
 * @param {HTMLTableRowElement} row
 * @param {HTMLElement[]} cells
 */
function put(row, cells) {
  row.replaceChildren(row.cells[0], ...cells)
}
