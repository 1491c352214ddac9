/** @param {HTMLElement} element */
export function enhance(element) {
  element.addEventListener('click', () => window.print())
  element.hidden = false
}
