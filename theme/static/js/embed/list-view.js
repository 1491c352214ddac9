import { nextDirection, order } from '../sorting.js'
import { has, linkTo, sortKey } from './list-data.js'
import { STYLE } from './list-style.js'

/** @import { Direction } from '../sorting.js' */
/** @import { Cell, List, Table } from './list-data.js' */

/** So many rows one looks through without help. */
const FEW = 5

/**
 * The list in a shadow of its own, made whole before anything is shown.
 *
 * @param {HTMLElement} host
 * @param {List} list
 * @param {URL} address
 */
export function shadowOf(host, list, address) {
  const asked = host.getAttribute('columns')?.split(/[\s,]+/)
  const whole = made('div', 'list', { lang: list.language, dir: 'ltr' })
  const status = made('p', 'status', { role: 'status' })
  const tables = list.tables.map((table) => new ShownTable(table, list, address, asked, status))
  const number = list.tables.reduce((sum, table) => sum + table.rows.length, 0)
  if (number > FEW && host.getAttribute('filter') !== 'no') whole.append(filter(list, tables, number, status))
  whole.append(status)
  for (const table of tables) {
    if (tables.length > 1) whole.append(made('h3', 'heading', {}, table.table.heading))
    whole.append(table.element)
  }
  if (list.empty) whole.append(made('p', 'empty', {}, list.empty))
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [style]
  shadow.append(whole)
}

/**
 * @param {List} list
 * @param {ShownTable[]} tables
 * @param {number} number
 * @param {HTMLElement} status
 */
function filter(list, tables, number, status) {
  const label = made('label', 'filter', {})
  const field = made('input', 'field', { type: 'search', autocomplete: 'off' })
  label.append(made('span', 'label', {}, list.words.filter), field)
  field.addEventListener('input', () => {
    const shown = tables.reduce((sum, table) => sum + table.filter(field.value.trim()), 0)
    status.textContent = list.words.shown.replace('{number}', String(shown)).replace('{all}', String(number))
  })
  return label
}

/** One table of the list: it sorts by its headings, or by a select where there is no room for them. */
class ShownTable {
  /**
   * @param {Table} table
   * @param {List} list
   * @param {URL} address
   * @param {string[] | undefined} asked
   * @param {HTMLElement} status
   */
  constructor(table, list, address, asked, status) {
    this.table = table
    this.list = list
    this.status = status
    /** The places of the columns that are shown; the first always is. */
    this.places = table.columns.map((_, place) => place).filter((place) => place === 0 || !asked || asked.includes(table.columns[place].key))
    this.headings = this.places.map((place) => this.heading(place))
    this.rows = table.rows.map((row) => rowOf(row, table, this.places, list.words.missing, address))
    this.body = made('tbody', 'body', { role: 'rowgroup' })
    this.body.append(...this.rows)
    this.select = made('select', 'select', {})
    this.element = this.assembled(address)
  }

  /** @param {URL} address */
  assembled(address) {
    const { table } = this
    const section = made('section', 'section', {})
    if (table.rows.length) section.append(this.ordering(), this.whole())
    for (const note of table.notes ?? []) section.append(made('p', 'remark', {}, note))
    if (table.others?.length) {
      const others = made('ul', 'others', {})
      for (const { label, url, note } of table.others) {
        const item = made('li', 'other', {})
        item.append(linked(label, linkTo(url, address), 'link'), note ? ` ${note}` : '')
        others.append(item)
      }
      section.append(others)
    }
    return section
  }

  whole() {
    const whole = made('table', 'table', { role: 'table' })
    const head = made('thead', 'head', { role: 'rowgroup' })
    const row = made('tr', 'row', { role: 'row' })
    row.append(...this.headings)
    head.append(row)
    whole.append(made('caption', 'caption', {}, this.table.caption), head, this.body)
    return whole
  }

  ordering() {
    const label = made('label', 'order', {})
    this.select.append(...this.places.map((place) => {
      return made('option', 'option', { value: String(place) }, this.table.columns[place].label)
    }))
    this.select.addEventListener('change', () => this.sort(Number(this.select.value), 'ascending'))
    label.append(made('span', 'label', {}, this.list.words.order), this.select)
    return label
  }

  /** @param {number} place */
  heading(place) {
    const { key, label } = this.table.columns[place]
    const heading = made('th', `header ${key}`, { role: 'columnheader', scope: 'col' })
    const button = made('button', 'sort', { type: 'button' }, label)
    button.addEventListener('click', () => this.sort(place, nextDirection(heading.getAttribute('aria-sort'))))
    heading.append(button)
    return heading
  }

  /**
   * @param {number} place
   * @param {Direction} direction
   */
  sort(place, direction) {
    const { columns, rows } = this.table
    const column = columns[place]
    const sorted = order(rows.map((row) => sortKey(row[place], column)), direction, this.list.language)
    if (column.amount) byUnit(sorted, rows, place)
    this.body.append(...sorted.map((number) => this.rows[number]))
    this.headings.forEach((heading, number) => {
      if (this.places[number] === place) heading.setAttribute('aria-sort', direction)
      else heading.removeAttribute('aria-sort')
    })
    this.select.value = String(place)
    const { rising, falling, lowest, highest } = this.list.words
    const ways = column.amount ? { ascending: lowest, descending: highest } : { ascending: rising, descending: falling }
    this.status.textContent = `${column.label}: ${ways[direction]}`
  }

  /**
   * Shows only the rows that have every word; how many they are.
   *
   * @param {string} asked
   */
  filter(asked) {
    this.rows.forEach((row, number) => {
      row.hidden = !has(this.table.rows[number], asked)
    })
    return this.rows.filter((row) => !row.hidden).length
  }
}

/**
 * Amounts of different units are not put in one order: those of the commonest unit come first.
 *
 * @param {number[]} sorted
 * @param {Cell[][]} rows
 * @param {number} place
 */
function byUnit(sorted, rows, place) {
  /** @type {Map<string, number>} */
  const counted = new Map()
  for (const row of rows) {
    const { cents, unit = '' } = row[place]
    if (cents !== undefined) counted.set(unit, (counted.get(unit) ?? 0) + 1)
  }
  const units = [...counted].sort(([, one], [, other]) => other - one).map(([unit]) => unit)
  const group = (/** @type {number} */ number) => {
    const { cents, unit = '' } = rows[number][place]
    return cents === undefined ? units.length : units.indexOf(unit)
  }
  sorted.sort((one, other) => group(one) - group(other))
}

/**
 * @param {Cell[]} row
 * @param {Table} table
 * @param {number[]} places
 * @param {string} missing
 * @param {URL} address
 */
function rowOf(row, table, places, missing, address) {
  const line = made('tr', 'row', { role: 'row' })
  for (const place of places) {
    const { key, label } = table.columns[place]
    const cell = place === 0
      ? made('th', `cell ${key}`, { role: 'rowheader', scope: 'row' })
      : made('td', `cell ${key}`, { role: 'cell' })
    if (place > 0) cell.append(made('span', 'label', {}, label))
    cell.append(...contents(row[place], missing, address, place === 0 ? 'link' : key))
    line.append(cell)
  }
  return line
}

/**
 * @param {Cell} cell
 * @param {string} missing
 * @param {URL} address
 * @param {string} part
 */
function contents({ text, url, unit, notes = [] }, missing, address, part) {
  if (!text) return [made('span', 'missing', {}, missing)]
  const value = made('span', 'value', {})
  value.append(linked(text, linkTo(url, address), part))
  if (unit) value.append(' ', made('span', 'unit', {}, `/ ${unit}`))
  for (const note of notes) value.append(' ', made('span', 'note', {}, note))
  return [value]
}

/**
 * @param {string} text
 * @param {string | undefined} href
 * @param {string} part
 */
function linked(text, href, part) {
  return href ? made('a', part, { href }, text) : made('span', part, {}, text)
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} part
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Name]}
 */
function made(name, part, attributes, text) {
  const element = document.createElement(name)
  element.setAttribute('part', part)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  if (text !== undefined) element.textContent = text
  return element
}
