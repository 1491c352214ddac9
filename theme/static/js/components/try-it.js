import { filled } from '../sentence.js'

/**
 * Ask a file of this site, and show how it answers.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const form = element.querySelector('form')
  const said = element.querySelector('[role="status"]')
  const shown = element.querySelector('pre')
  const code = shown?.querySelector('code')
  if (!form || !said || !shown || !code) throw new Error('the form or the place for the answer was not found')

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await ask(address(element, form.querySelector('input')?.value ?? ''))
    const { said: sentence = '', failed = '' } = element.dataset
    said.textContent = answer ? filled(sentence, { status: answer.status, size: String(answer.size) }) : failed
    code.textContent = answer?.body ?? ''
    shown.hidden = !answer
  })
  form.hidden = false
}

/**
 * The address with its part filled in; whatever is written there, it stays one step below this site.
 *
 * @param {HTMLElement} element
 * @param {string} value
 */
function address(element, value) {
  const { path = '', part = '' } = element.dataset
  return path.replace(`{${part}}`, () => encodeURIComponent(value.trim()))
}

/**
 * How a file answers; nothing where nothing came back.
 *
 * @param {string} url
 */
async function ask(url) {
  try {
    const response = await fetch(url)
    const bytes = await response.arrayBuffer()
    const status = `${response.status} ${response.statusText}`.trim()
    return { status, size: bytes.byteLength, body: readable(new TextDecoder().decode(bytes)) }
  } catch {
    return null
  }
}

/**
 * JSON with its lines broken; anything else as it is.
 *
 * @param {string} text
 */
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
