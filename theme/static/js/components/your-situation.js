/**
 * The form in which a person tells their situation. What is told goes into the memory of the page (prices/person.js)
 * and from there into every amount on it.
 */
import { openBook } from '../prices/book.js'
import { Fields } from '../prices/fields.js'
import { onChange, person } from '../prices/person.js'
import { needed } from './needed.js'
import { enhanceForm } from './person-form.js'
import { showWhatYouPay } from './you-pay.js'

/** @param {HTMLElement} root */
export function enhance(root) {
  const form = needed(root, 'form', HTMLFormElement)
  const said = needed(root, '[role="status"]', HTMLElement)

  let asked = 0

  const show = async () => {
    const turn = (asked += 1)
    const known = person()
    try {
      const book = await openBook(root.dataset.prices ?? '')
      const reason = await showWhatYouPay(document, book, person())
      if (turn !== asked) return
      said.textContent = reason || ((known ? said.dataset.done : said.dataset.forgotten) ?? '')
    } catch (error) {
      console.warn(`your-situation: ${error instanceof Error ? error.message : error}`)
      said.textContent = said.dataset.failed ?? ''
    }
  }

  enhanceForm(form, new Fields(form), () => {
    asked += 1
    said.textContent = said.dataset.unread ?? ''
  })
  onChange(show)
  root.hidden = false
  if (person()) show()
}
