/**
 * The form of the search page: what it asks, and how many providers stand behind each of its choices.
 *
 * @import { Facets } from '../search/engine.js'
 * @import { Query } from '../search/query.js'
 */
import { parametersOf, queryFrom } from '../search/state.js'

/**
 * What the form asks: from its first page on, unless another is wanted.
 *
 * @param {HTMLFormElement} form
 * @param {number} page
 * @returns {Query}
 */
export function queryIn(form, page = 1) {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  return { ...queryFrom(new URLSearchParams(entries)), page }
}

/**
 * @param {HTMLFormElement} form
 * @param {Query} query
 */
export function putInto(form, query) {
  const parameters = parametersOf(query)
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      const chosen = parameters.getAll(control.name)
      control.checked = chosen.includes(control.value) || (control.value === '' && chosen.length === 0)
    } else if (control instanceof HTMLSelectElement) {
      // Where there may be several, search-several.js shows the others.
      choose(control, parameters.getAll(control.name).slice(0, control.multiple ? undefined : 1))
    } else if (control instanceof HTMLInputElement && control.name !== '') {
      const value = parameters.get(control.name) ?? ''
      control.value = control.name === 'max' ? value.replace('.', decimalMark(document.documentElement.lang)) : value
    }
  }
}

/** @param {string} language */
function decimalMark(language) {
  return new Intl.NumberFormat(language).format(0.5)[1]
}

/**
 * @param {HTMLSelectElement} select
 * @param {string[]} chosen
 */
function choose(select, chosen) {
  for (const option of select.options) {
    option.selected = chosen.includes(option.value)
  }
  if (!select.multiple && chosen.length === 0) {
    select.selectedIndex = 0
  }
}

/**
 * Write the number behind each choice beside it: data-count="service:cleaning". Where no numbers are known, none.
 *
 * @param {HTMLFormElement} form
 * @param {Facets | null} facets
 * @param {string} language
 */
export function showCounts(form, facets, language) {
  const format = new Intl.NumberFormat(language)
  const known = /** @type {Record<string, Record<string, number>> | null} */ (facets)
  for (const element of form.querySelectorAll('[data-count]')) {
    const [facet, key] = (element.getAttribute('data-count') ?? '').split(/:(.*)/s)
    const count = known && (known[facet]?.[key] ?? 0)
    showCount(element, count === null ? '' : format.format(count))
    const choice = element.closest('[data-choice]') ?? element
    choice.toggleAttribute('data-empty', count === 0)
  }
}

/**
 * Only what changes is written, because most does not and there may be hundreds.
 *
 * @param {Element} element
 * @param {string} count
 */
function showCount(element, count) {
  if (element instanceof HTMLOptionElement) {
    element.dataset.label ??= element.text
    const text = count === '' ? element.dataset.label : `${element.dataset.label} (${count})`
    if (element.text !== text) element.text = text
  } else if (element.textContent !== count) {
    element.textContent = count
  }
}
