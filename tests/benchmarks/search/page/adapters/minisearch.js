/** MiniSearch finds words; municipality, service and price are looked up in the list of providers beside it. */
export async function open() {
  const [{ MiniSearch, options, searching }, index, providers] = await Promise.all([
    import('/library.js'),
    fetch('/index.json').then((answer) => answer.text()),
    fetch('/providers.json').then((answer) => answer.json()),
  ])
  const engine = MiniSearch.loadJSON(index, options)
  const { rows, words } = providers
  const areas = providers.areas.map((area) => new Set(area.split(',').map(Number)))
  return {
    async search(query) {
      const found = query.text === '' ? rows.map((_, id) => ({ id })) : engine.search(query.text, searching)
      const passes = passing(query, providers, areas)
      const lowest = ({ id }) => Math.min(...rows[id][2].filter(passes).map(([, , cents]) => cents))
      const left = found.filter(({ id }) => rows[id][2].some(passes))
      if (query.text === '') left.sort((one, other) => lowest(one) - lowest(other))
      return { total: left.length, hits: left.slice(0, 10).map(({ id }) => shown(rows[id], words)) }
    },
  }
}

function passing(asked, { services, units, municipalities }, areas) {
  const service = services.indexOf(asked.service)
  const unit = units.indexOf(asked.unit)
  const municipality = municipalities.indexOf(asked.municipality)
  return (offer) =>
    (asked.municipality === null || areas[offer[3]].has(municipality)) &&
    (asked.service === null || offer[0] === service) &&
    (asked.unit === null || offer[1] === unit) &&
    (asked.max === null || offer[2] <= asked.max)
}

function shown([name, summary, offers], words) {
  return { name, summary, offers: offers.map(([, , , , place]) => words[place]) }
}
