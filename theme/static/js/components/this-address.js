/**
 * Have the same page in the other languages, and the address on paper, say what this page shows.
 *
 * @param {string} search the part of the address after its path
 */
export function carryAddress(search = location.search) {
  for (const link of document.querySelectorAll('a[hreflang]')) {
    if (link instanceof HTMLAnchorElement) link.search = search
  }
  const printed = document.querySelector('.page__printed')
  if (printed) printed.textContent = `${location.origin}${location.pathname}${search}`
}
