/**
 * What is measured in the page, alike for every engine. An adapter is a module in adapters/ that knows one engine:
 *
 *     open(settings) gives an engine, of which search(query) promises an answer
 *
 * @typedef {object} Query
 * @property {string} text
 * @property {string | null} municipality key
 * @property {string | null} service key
 * @property {string | null} unit key
 * @property {number | null} max cents for one unit
 *
 * @typedef {object} Shown
 * @property {string} name
 * @property {string} summary
 * @property {string[]} offers
 *
 * @typedef {object} Answer
 * @property {number} total how many were found
 * @property {Shown[]} hits the first ten; the cheapest first where nothing was typed
 *
 * @typedef {{search: (query: Query) => Promise<Answer>}} Engine
 */

const list = document.querySelector('ol')

/**
 * Put results onto the page, and have it laid out.
 *
 * @param {Answer} answer
 */
function show({ hits }) {
  const lines = hits.slice(0, 10).map(({ name, summary, offers }) => {
    const item = document.createElement('li')
    for (const words of [name, summary, ...offers]) {
      item.append(Object.assign(document.createElement('p'), { textContent: words }))
    }
    return item
  })
  list.replaceChildren(...lines)
  return list.getBoundingClientRect().height
}

/** @type {{open: (settings: object) => Promise<Engine>}} */
let adapter

/** @type {Engine} */
let engine

/**
 * Have the adapter at hand; it is no part of an engine, so nobody is measured waiting for it.
 *
 * @param {string} name
 */
async function load(name) {
  adapter = await import(`/-/adapters/${name}.js`)
}

/**
 * From nothing to the first results on the page, in milliseconds.
 *
 * @param {{settings: object, query: Query}} asked
 */
async function first({ settings, query }) {
  const began = performance.now()
  engine = await adapter.open(settings)
  const answer = await engine.search(query)
  show(answer)
  const took = performance.now() - began
  await fetch('/-/mark')
  return { took, total: answer.total, shown: list.children.length }
}

/**
 * Milliseconds from each keystroke to its results on the page, each awaited before the next.
 *
 * @param {Query[]} queries
 */
async function type(queries) {
  const took = []
  for (const query of queries) {
    const began = performance.now()
    show(await engine.search(query))
    took.push(performance.now() - began)
    // Between two keystrokes a browser does other things; nobody waits for those.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return took
}

/** Bytes that the page and its workers hold, after cleaning up. */
async function memory() {
  list.replaceChildren()
  return (await performance.measureUserAgentSpecificMemory()).bytes
}

Object.assign(window, { bench: { load, first, type, memory } })
