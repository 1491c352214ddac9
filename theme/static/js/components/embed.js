import { lightened, written } from '../embed/colour.js'
import { lookOf } from '../embed/look.js'

/** @import { Look } from '../embed/look.js' */
/** @import { Colour } from '../embed/colour.js' */

/** The ground of dark pages, --palette-night-raised. @type {Colour} */
const NIGHT = [23, 36, 39]

/**
 * Let a list inside another site's page look as its address asks, and tell the host how high it is.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const look = lookOf(location.search)
  for (const why of look.refused) console.warn(`This list keeps its own look. ${why}`)
  dress(document.documentElement, look)
  for (const table of element.querySelectorAll('table')) if (look.columns) hideOthers(table, look.columns)
  if (window.parent !== window) tellHeight()
}

/**
 * @param {HTMLElement} root
 * @param {Look} look
 */
function dress(root, look) {
  if (look.accent) {
    root.style.setProperty('--accent', written(look.accent))
    root.style.setProperty('--accent-on-dark', written(lightened(look.accent, NIGHT)))
  }
  if (look.size) root.style.fontSize = `${look.size}%`
  if (look.scheme) root.dataset.scheme = look.scheme
}

/**
 * @param {HTMLTableElement} table
 * @param {string[]} columns
 */
function hideOthers(table, columns) {
  const kinds = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.dataset.column ?? 'phone')
  for (const row of table.rows) {
    kinds.forEach((kind, place) => {
      row.cells[place].hidden = kind !== 'name' && !columns.includes(kind)
    })
  }
  const select = table.parentElement?.querySelector('select')
  for (const option of [...(select?.options ?? [])]) {
    if (option.value !== 'name' && !columns.includes(option.value)) option.remove()
  }
}

/** The host may make its frame as high as the list; it is told a number and nothing else. */
function tellHeight() {
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ providerListHeight: height }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
}
