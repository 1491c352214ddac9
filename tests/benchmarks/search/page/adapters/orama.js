/** Orama filters by itself, but does not pair a price with its service. */
export async function open() {
  const [{ create, load, search, settings }, index] = await Promise.all([
    import('/library.js'),
    fetch('/index.json').then((answer) => answer.json()),
  ])
  const database = create(settings)
  load(database, index)
  return {
    async search(query) {
      const { text } = query
      const way = text === '' ? { sortBy: { property: 'lowest', order: 'ASC' } } : { tolerance: 1, threshold: 0 }
      const boost = { name: 8, services: 8, places: 5 }
      const found = await search(database, { term: text, where: where(query), limit: 10, boost, ...way })
      return { total: found.count, hits: found.hits.map(({ document }) => document) }
    },
  }
}

function where({ municipality, service, unit, max }) {
  return {
    ...(municipality !== null && { municipality: { containsAll: [municipality] } }),
    ...(service !== null && { service: { containsAll: [service] } }),
    ...(unit !== null && { unit: { containsAll: [unit] } }),
    ...(max !== null && { lowest: { lte: max } }),
  }
}
