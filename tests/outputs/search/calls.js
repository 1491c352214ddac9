// What the tests call in the browser.
import { fold, keysBy, wordsOf } from '/js/search/key.js'
import { openFile } from '/js/search/memory.js'
import { EVERYTHING } from '/js/search/query.js'
import { Phrases } from '/js/search/phrase.js'
import { cents } from '/js/amount.js'
import { parametersOf, queryFrom } from '/js/search/state.js'

const engines = new Map()
const opened = ([file, day]) => {
  const name = day + file
  if (!engines.has(name)) engines.set(name, openFile(JSON.parse(file), { day }))
  return engines.get(name)
}
const wholly = async (engine, query, yours = null) => {
  const first = await engine.search({ ...query, page: 1 }, yours)
  const hits = [...first.hits]
  for (let page = 2; page <= first.pages; page += 1) hits.push(...(await engine.search({ ...query, page }, yours)).hits)
  return { ...first, hits }
}
const asked = (address) => queryFrom(new URLSearchParams(address))

window.call = {
  keys: ({ rules, words }) => {
    const { key, variants } = keysBy(rules)
    return words.map((word) => [fold(word), key(fold(word)), variants(fold(word)).join()])
  },
  words: (texts) => texts.map(wordsOf),
  ask: ({ index, addresses }) => Promise.all(addresses.map((address) => wholly(opened(index), asked(address)))),
  type: ({ index, typed }) => Promise.all(typed.map((text) => wholly(opened(index), { ...EVERYTHING, text }))),
  compare: ({ index, addresses, yours = null, sort = 'price' }) => Promise.all(addresses.map(async (address) => {
    const { hits, unit, facets, open } = await wholly(opened(index), { ...asked(address), sort }, yours)
    const share = ({ place, pay }) => yours?.[place] ?? { ...pay, unit: pay.unit?.key ?? null }
    const cost = (offer) => (sort === 'price' ? { high: offer.price, unit: offer.unit?.key } : share(offer))
    const amount = ({ offers: [offer] }) => {
      const { high, unit: own } = offer ? cost(offer) : { high: null, unit: null }
      return own && own === unit?.key ? high : null
    }
    return { unit: unit?.key ?? null, facets, open, prices: hits.map((hit) => [hit.provider.key, amount(hit)]) }
  })),
  notes: async ({ index, words, address, told }) => {
    const query = asked(address)
    return new Phrases(words, opened(index)).notes(query, await opened(index).search(query), told)
  },
  offers: (index) => opened(index).offers,
  state: (addresses) => addresses.map((address) => parametersOf(asked(address)).toString()),
  cents: (typed) => typed.map(cents),
  chips: ({ index, words, address }) => {
    const phrases = new Phrases(words, opened(index))
    return phrases.chips(asked(address)).map((chip) => [chip.words, parametersOf(chip.without).toString()])
  },
}
document.title = 'ready'
