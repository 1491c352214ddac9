/**
 * Pagefind knows no ranges and does not pair a price with its service: a limit is the names of all steps below it, and
 * every filter is about the whole provider.
 */
const STEP = 500

export async function open() {
  const pagefind = await import('/pagefind/pagefind.js')
  return {
    async search(query) {
      const { text } = query
      const sort = text === '' ? { sort: { price: 'asc' } } : {}
      const { results } = await pagefind.search(text === '' ? null : text, { filters: filters(query), ...sort })
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()))
      return { total: results.length, hits: pages.map(shown) }
    },
  }
}

function filters({ municipality, service, unit, max }) {
  return {
    ...(municipality !== null && { municipality }),
    ...(service !== null && { service }),
    ...(max !== null && { price: { any: steps(unit, max) } }),
  }
}

function steps(unit, max) {
  return Array.from({ length: Math.floor(max / STEP) }, (_, step) => `${unit} ${step * STEP}`)
}

function shown({ meta }) {
  return { name: meta.title, summary: meta.summary, offers: meta.offers.split(' | ') }
}
