/**
 * On a phone the first results should be seen without a long way: the rarer choices fold away, unless one is made.
 *
 * @param {HTMLElement} root
 */
export function enhance(root) {
  if (!(root instanceof HTMLDetailsElement)) throw new Error('search-more: <details> not found')
  const asked = new URLSearchParams(location.search)
  const names = [...root.querySelectorAll('[name]')].map((control) => control.getAttribute('name') ?? '')
  const narrow = matchMedia('(max-width: 61.99rem)').matches
  root.open = !narrow || names.some((name) => asked.get(name))
}
