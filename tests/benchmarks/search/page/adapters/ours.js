/** Our own engine, imported as the site does. */
export async function open({ script, index, day }) {
  const module = await import(script)
  const engine = await module.open(index, { day })
  return {
    async search(query) {
      const { total, hits } = await engine.search(asked(query))
      return { total, hits: hits.slice(0, 10).map(shown) }
    },
  }
}

function asked({ text, municipality, service, unit, max }) {
  return {
    text,
    municipalities: municipality === null ? [] : [municipality],
    services: service === null ? [] : [service],
    kind: null,
    of: 'price',
    max,
    unit,
    when: null,
    language: null,
    home: false,
    sort: text === '' ? 'price' : 'relevance',
    page: 1,
  }
}

function shown({ provider, offers }) {
  const words = ({ service, priceWords, unit }) => `${service.label} ${priceWords} / ${unit?.label ?? ''}`
  return { name: provider.name, summary: provider.summary, offers: offers.map(words) }
}
