// What the tests call in the browser.
import { fold, keysBy, wordsOf } from '/js/search/key.js'
import { openFile } from '/js/search/memory.js'
import { EVERYTHING } from '/js/search/query.js'
import { Phrases } from '/js/search/phrase.js'
import { cents, parametersOf, queryFrom } from '/js/search/state.js'

const engines = new Map()
const opened = ([file, day]) => {
  const name = day + file
  if (!engines.has(name)) engines.set(name, openFile(JSON.parse(file), { day }))
  return engines.get(name)
}
const wholly = async (engine, query) => {
  const first = await engine.search({ ...query, page: 1 })
  const hits = [...first.hits]
  for (let page = 2; page <= first.pages; page += 1) hits.push(...(await engine.search({ ...query, page })).hits)
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
  compare: ({ index, addresses }) => Promise.all(addresses.map(async (address) => {
    const { hits, unit, facets } = await wholly(opened(index), { ...asked(address), sort: 'price' })
    const price = ({ offers: [offer] }) => (offer?.unit && offer.unit.key === unit?.key ? offer.price : null)
    return { unit: unit?.key ?? null, facets, prices: hits.map((hit) => [hit.provider.key, price(hit)]) }
  })),
  state: (addresses) => addresses.map((address) => parametersOf(asked(address)).toString()),
  cents: (typed) => typed.map(cents),
  chips: ({ index, words, address }) => {
    const phrases = new Phrases(words, opened(index))
    return phrases.chips(asked(address)).map((chip) => [chip.words, parametersOf(chip.without).toString()])
  },
}
document.title = 'ready'
