/**
 * Hand the page's address to the phone's own sharing, or to the clipboard where there is none.
 * The address is read when pressed, because it is the state of a search.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const button = element.querySelector('button')
  const said = element.querySelector('[role="status"]')
  if (!button || !said) throw new Error('the button or its status was not found')
  if (!('share' in navigator) && !('clipboard' in navigator)) return

  button.addEventListener('click', async () => {
    const { title = '', copied = '' } = element.dataset
    try {
      if ('share' in navigator) await navigator.share({ title, url: location.href })
      else {
        await /** @type {Navigator} */ (navigator).clipboard.writeText(location.href)
        said.textContent = copied
      }
    } catch {
      // The person closed the sheet, or the browser refused: nothing has happened, nothing to say.
    }
  })
  element.hidden = false
}
