/**
 * Fold a long list of municipalities into one select; its button leads where the link would have.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const form = element.querySelector('form')
  const select = element.querySelector('select')
  /** @type {HTMLElement | null} */
  const links = element.querySelector('.municipality-picker__links')
  if (!form || !select || !links) throw new Error('the form, its select or the links were not found')

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (select.value) location.assign(select.value)
    else select.focus()
  })
  form.hidden = false
  links.hidden = true
}
