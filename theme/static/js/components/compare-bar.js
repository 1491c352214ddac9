/**
 * What has been put aside to be compared: how many, who, and the way to the comparison. Says every change.
 *
 * @import { Chosen } from '../compare/choice.js'
 */
import { choose, chosen, onChange } from '../compare/choice.js'
import { queryOf } from '../compare/state.js'
import { showButtons, watchButtons } from './compare-button.js'
import { needed } from './needed.js'

/** @param {HTMLElement} root */
export function enhance(root) {
  const part = (/** @type {string} */ name) => needed(root, `[data-part="${name}"]`, HTMLElement)
  const said = part('said')
  const full = part('full')

  const show = () => {
    const all = chosen()
    part('bar').hidden = all.length === 0
    part('count').textContent = countWords(part('count'), all.length)
    part('names').textContent = all.map(({ name }) => name).join(' · ')
    part('link').setAttribute('href', `${root.dataset.url ?? ''}${queryOf(all)}`)
    full.hidden = true
    // Whatever has the focus must not come to lie under the bar.
    document.documentElement.style.scrollPaddingBlockEnd = all.length > 0 ? `${part('bar').offsetHeight}px` : ''
  }
  watchButtons(() => {
    full.hidden = false
    said.textContent = said.dataset.full ?? ''
  })
  onChange(() => {
    show()
    said.textContent = sayAll(part('count'), chosen()) || (said.dataset.cleared ?? '')
  })
  part('clear').addEventListener('click', () => {
    choose([])
    document.getElementById('main')?.focus({ preventScroll: true })
  })
  // The way back shows the page as it was left, but the choice may have changed since.
  addEventListener('pageshow', () => {
    show()
    showButtons()
  })
  show()
}

/**
 * @param {HTMLElement} count
 * @param {Chosen[]} all
 */
function sayAll(count, all) {
  return all.length > 0 ? `${countWords(count, all.length)}: ${all.map(({ name }) => name).join(', ')}` : ''
}

/**
 * @param {HTMLElement} count
 * @param {number} number
 */
function countWords({ dataset }, number) {
  return ((number === 1 ? dataset.one : dataset.other) ?? '').replace('{n}', String(number))
}
