import { ENOUGH, colourOf, contrast } from '../embed/colour.js'
import { filled } from '../sentence.js'

const ESCAPED = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })

/**
 * Write the code for a list as the form asks for it, and show what it will look like.
 *
 * @param {HTMLElement} form
 */
export function enhance(form) {
  const list = part(form, 'list', HTMLSelectElement)
  const language = part(form, 'language', HTMLSelectElement)
  const copy = part(form, 'copy', HTMLButtonElement)
  const code = part(form, 'code', HTMLTextAreaElement)
  const chosen = () => {
    const asked = location.hash.slice(1)
    const known = [...list.options].some((option) => option.value === asked)
    if (known) list.value = asked
    show(form)
    // The browser has gone to the list's codes further down, which are for those without this form.
    if (known) form.scrollIntoView()
  }

  form.addEventListener('input', ({ target }) => {
    // What is typed into the list that is shown is not asked of the form.
    if (!(target instanceof Node && part(form, 'screen', HTMLElement).contains(target))) show(form)
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  language.addEventListener('change', () => {
    if (language.value) location.assign(`${language.value}#${list.value}`)
  })
  window.addEventListener('hashchange', chosen)
  copy.hidden = !('clipboard' in navigator)
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.value)
    part(form, 'said', HTMLElement).textContent = copy.dataset.copied ?? ''
  })
  form.hidden = false
  chosen()
}

/** @param {HTMLElement} form */
function show(form) {
  const way = part(form, 'way', HTMLSelectElement).value
  const option = part(form, 'list', HTMLSelectElement).selectedOptions[0]
  if (!option) return
  const look = lookOf(form)
  const addresses = addressesOf(option)
  for (const group of form.querySelectorAll('[data-look]')) group.toggleAttribute('hidden', way === 'include')
  part(form, 'growing', HTMLElement).hidden = way !== 'frame'
  part(form, 'code', HTMLTextAreaElement).value = codeOf(form, way, addresses, look)
  preview(part(form, 'screen', HTMLElement), way, addresses, look, part(form, 'narrow', HTMLInputElement).checked)
}

/**
 * The addresses of a list, whole also where the site does not know yet where it will stand.
 *
 * @param {HTMLOptionElement} option
 */
function addressesOf(option) {
  /** @type {Record<string, string>} */
  const found = { title: option.label }
  for (const [name, address = ''] of Object.entries(option.dataset)) found[name] = new URL(address, location.href).href
  return found
}

/**
 * What is asked for that is not so anyway.
 *
 * @param {HTMLElement} form
 * @returns {{ accent?: string, size?: string, columns?: string[] }}
 */
function lookOf(form) {
  const text = part(form, 'accent', HTMLInputElement).value.trim()
  const size = part(form, 'size', HTMLSelectElement).value
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = form.querySelectorAll('[data-part="column"]')
  const columns = [...boxes].filter((box) => box.checked).map((box) => box.value)
  const colour = colourOf(text)
  const readable = colour !== undefined && contrast(colour, [255, 255, 255]) >= ENOUGH
  const refused = part(form, 'refused', HTMLElement)
  refused.textContent = text && !readable ? refused.dataset.words ?? '' : ''
  return {
    ...(readable ? { accent: text.replace('#', '').toLowerCase() } : {}),
    ...(size !== '100' ? { size } : {}),
    ...(columns.length < boxes.length ? { columns } : {}),
  }
}

/**
 * @param {HTMLElement} form
 * @param {string} way
 * @param {Record<string, string>} addresses
 * @param {ReturnType<typeof lookOf>} look
 */
function codeOf(form, way, addresses, look) {
  /** @type {Record<string, string>} */
  const values = {}
  for (const [name, value] of Object.entries(addresses)) values[name] = escaped(value)
  if (way === 'include') return filled(form.dataset.include ?? '', values)
  if (way === 'component') return filled(form.dataset.component ?? '', { ...values, look: escapedLook(look) })
  const frame = filled(form.dataset.frame ?? '', { ...values, address: escaped(withLook(addresses.address, look)) })
  return part(form, 'grows', HTMLInputElement).checked ? `${frame}\n${form.dataset.height}` : frame
}

/**
 * @param {string} address
 * @param {ReturnType<typeof lookOf>} look
 */
function withLook(address, { accent, size, columns }) {
  const asked = [accent && `accent=${accent}`, size && `size=${size}`, columns && `columns=${['name', ...columns].join(',')}`]
  const query = asked.filter(Boolean).join('&')
  return query ? `${address}?${query}` : address
}

/** @param {ReturnType<typeof lookOf>} look */
function escapedLook({ accent, size, columns }) {
  const style = [accent && `--provider-list-accent:#${accent}`, size && `--provider-list-size:${size}%`].filter(Boolean).join(';')
  return (columns ? ` columns="${['name', ...columns].join(' ')}"` : '') + (style ? ` style="${style}"` : '')
}

/**
 * @param {HTMLElement} screen
 * @param {string} way
 * @param {Record<string, string>} addresses
 * @param {ReturnType<typeof lookOf>} look
 * @param {boolean} narrow
 */
function preview(screen, way, addresses, look, narrow) {
  screen.toggleAttribute('data-narrow', narrow)
  const here = (/** @type {string} */ address) => new URL(address).pathname
  screen.replaceChildren(way === 'component'
    ? component(here(addresses.data), look)
    : frame(way === 'include' ? here(addresses.fragment) : withLook(here(addresses.address), look), addresses.title))
}

/**
 * @param {string} address
 * @param {string} title
 */
function frame(address, title) {
  const made = document.createElement('iframe')
  made.className = 'embed-builder__frame'
  made.title = title
  made.src = address
  return made
}

/**
 * @param {string} data
 * @param {ReturnType<typeof lookOf>} look
 */
function component(data, { accent, size, columns }) {
  if (!customElements.get('provider-list') && !document.querySelector('script[src="/embed/provider-list.js"]')) {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = '/embed/provider-list.js'
    document.head.append(script)
  }
  const made = document.createElement('provider-list')
  made.setAttribute('src', data)
  if (columns) made.setAttribute('columns', ['name', ...columns].join(' '))
  if (accent) made.style.setProperty('--provider-list-accent', `#${accent}`)
  if (size) made.style.setProperty('--provider-list-size', `${size}%`)
  return made
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ESCAPED[sign])
}

/**
 * @template {HTMLElement} Kind
 * @param {HTMLElement} form
 * @param {string} name
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function part(form, name, kind) {
  const found = form.querySelector(`[data-part="${name}"]`)
  if (!(found instanceof kind)) throw new Error(`the form has no ${name}`)
  return found
}
