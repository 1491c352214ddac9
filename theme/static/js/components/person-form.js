/**
 * A form in which a person tells their situation: what happens when they go, forget, or change their mind about
 * remembering. What is told goes into the memory of the page (prices/person.js), and stays there.
 *
 * @import { Fields } from '../prices/fields.js'
 */
import { forget, isRemembered, NOBODY, onChange, person, tell } from '../prices/person.js'
import { needed } from './needed.js'

/**
 * @param {HTMLFormElement} form with the parts of the keep-choice component
 * @param {Fields} fields
 * @param {() => void} unread what happens when they go with an answer that cannot be read
 * @param {() => boolean} [ready] whether what else stands in the form can be read
 */
export function enhanceForm(form, fields, unread, ready = () => true) {
  const remember = needed(form, '[data-action="remember"]', HTMLInputElement)
  const show = () => {
    fields.fill(person() ?? NOBODY)
    remember.checked = isRemembered()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const told = ready() && fields.read(person())
    if (told) tell(told, remember.checked)
    else unread()
  })
  needed(form, '[data-action="forget"]', HTMLButtonElement).addEventListener('click', forget)
  remember.addEventListener('change', () => {
    // Taking the tick away forgets at once what the browser keeps; the page itself still knows.
    const known = person()
    if (known && !remember.checked) tell(known, false)
  })
  onChange(show)
  show()
}
