/** Our own engine, imported as the site does, whose page says at once which index it opens. */
export async function open({ script, index, day }) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', href: index, as: 'fetch', crossOrigin: 'anonymous' }))
  const module = await import(script)
  const engine = await module.open(index, { day })
  return {
    async search(query) {
      const { total, hits } = await engine.search(asked(query))
      return { total, hits: hits.slice(0, 10).map(shown) }
    },
  }
}

/** A question as our engine takes it. */
export function asked({ text, municipality, service, unit, max }) {
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
    near: null,
    sort: text === '' ? 'price' : 'relevance',
    page: 1,
  }
}

const euros = new Intl.NumberFormat('fi-FI', { style: 'currency', currency: 'EUR' })

/** A hit as it is shown. What a provider does, in a sentence, is fetched behind the results, as on the search page: result.summaries. */
export function shown({ provider, offers }) {
  const words = ({ service, price, unit }) => `${service.label} ${price === null ? '' : euros.format(price / 100)} / ${unit?.label ?? ''}`
  return { name: provider.name, summary: provider.where, offers: offers.map(words) }
}
