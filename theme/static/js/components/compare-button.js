/**
 * The buttons that put a provider aside to be compared. They are pressed wherever they stand: those of search results
 * come and go while the page is open.
 */
import { add, chosen, isChosen, onChange, remove } from '../compare/choice.js'
import { referenceOf } from '../compare/state.js'

/** @import { Chosen } from '../compare/choice.js' */

/**
 * @param {() => void} full called when one more was wanted than can be compared
 */
export function watchButtons(full) {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-compare="button"]') : null
    const one = button && chosenOf(button)
    if (!one) return
    if (isChosen(one.provider)) remove(one.provider)
    else if (!add(one)) full()
  })
  onChange(showButtons)
  new MutationObserver(showButtons).observe(document.body, { childList: true, subtree: true })
  showButtons()
}

/** Say of every button whether its provider has been chosen. */
export function showButtons() {
  const keys = new Set(chosen().map(({ provider }) => provider))
  for (const button of document.querySelectorAll('[data-compare="button"]')) {
    const one = chosenOf(button)
    const pressed = keys.has(one?.provider ?? '')
    button.setAttribute('aria-pressed', String(pressed))
    for (const words of button.querySelectorAll('[data-state]')) {
      words.toggleAttribute('hidden', words.getAttribute('data-state') !== String(pressed))
    }
    button.toggleAttribute('hidden', one === null)
  }
}

/**
 * @param {Element} button
 * @returns {Chosen | null}
 */
function chosenOf(button) {
  const part = (/** @type {string} */ name) => button.querySelector(`[data-part="${name}"]`)?.textContent ?? ''
  const reference = referenceOf(part('reference'))
  return reference && { ...reference, name: part('name') }
}
