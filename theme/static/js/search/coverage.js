/**
 * Which candidates answer a text, and how well. This does not depend on any filter.
 *
 * @import { Candidate, Data } from './data.js'
 * @import { Part } from './text.js'
 *
 * @typedef {object} Coverage
 * @property {(candidate: number) => boolean} passes
 * @property {Float64Array} scores by candidate
 * @property {Part[]} missing what was given up for want of anybody who has it all
 */

/** Where or how is given up before what is. */
const BINDING_COUNTS = 0.5

/** What a provider gains beside the place that was named, where nobody is in it. */
const NEIGHBOUR = 1

/** What a provider gains whose name holds the whole text. */
const NAMESAKE = 4

/**
 * @param {Part[]} parts those for which there are answers at all
 * @param {string} text the whole text, folded
 * @param {Data} data
 * @returns {Coverage}
 */
export function cover(parts, text, data) {
  const { candidates } = data
  const weights = parts.map((part) => weightsOf(part, data))
  const masks = candidates.map((_, at) => bits(parts, (place) => weights[place][at] > 0))
  const all = bits(parts, () => true)
  const binding = bits(parts, (place) => parts[place].binding)
  const joined = masks.includes(all) ? masks : joinedByProvider(masks, binding, candidates)
  const worths = parts.map((part, place) => worth(part, weights[place]))
  const counts = joined.map((mask) => worths.reduce((sum, own, place) => (mask & (1 << place) ? sum + own : sum), 0))
  const best = Math.max(0, ...new Set(counts))
  const winner = joined[counts.indexOf(best)] ?? 0
  const missing = parts.filter((_, place) => (winner & (1 << place)) === 0)
  const near = neighbours(missing, data)
  const scores = candidates.map(({ document, area }, at) => {
    const sum = weights.reduce((total, weight) => total + weight[at], 0)
    const beside = area.some((place) => near.has(place)) ? NEIGHBOUR : 0
    return sum + beside + (isNamesake(text, data.names[document]) ? NAMESAKE : 0)
  })
  return {
    passes: (candidate) => parts.length === 0 || (best > 0 && counts[candidate] === best),
    scores: Float64Array.from(scores, (score) => Math.round(score * 100) / 100),
    missing,
  }
}

/**
 * How well each candidate answers one part: by itself, by its service, voucher or variant, or by where it is delivered.
 *
 * @param {Part} part
 * @param {Data} data
 */
function weightsOf({ answers }, { candidates, documents, file }) {
  /** @type {Map<number[], number>} */
  const areas = new Map()
  // The words of a register that holds many services count only where no service has them.
  const byOrigin = !answers.services.some((weight) => weight > 0)
  const kinds = new Map(file.kinds.map(([key], place) => [key, answers.kinds[place]]))
  const speakers = documents.map(({ languages }) => Math.max(0, ...languages.map((place) => answers.languages[place])))
  return Float32Array.from(candidates, ({ document, offer, area }) => {
    const here = areas.get(area) ?? area.reduce((most, place) => Math.max(most, answers.municipalities[place]), 0)
    areas.set(area, here)
    const provider = Math.max(answers.documents[document], speakers[document], here)
    return offer === null
      ? provider
      : Math.max(
          provider,
          answers.services[offer.service],
          byOrigin ? answers.origins[offer.origin] : 0,
          kinds.get(offer.kind) ?? 0,
          offer.variant === null ? 0 : answers.variants[offer.variant],
        )
  })
}

/**
 * The municipalities beside those that some parts name.
 *
 * @param {Part[]} parts
 * @param {Data} data
 */
function neighbours(parts, { file }) {
  return new Set(parts.flatMap(({ places }) => places.flatMap((place) => file.municipalities[place][3])))
}

/**
 * Two services in one text are found at a provider that offers both, where and how the text says.
 *
 * @param {number[]} masks
 * @param {number} binding
 * @param {Candidate[]} candidates
 */
function joinedByProvider(masks, binding, candidates) {
  /** @type {Map<number, number>} */
  const together = new Map()
  const here = (/** @type {number} */ mask) => (mask & binding) === binding
  candidates.forEach(({ document }, at) => {
    if (here(masks[at])) {
      together.set(document, (together.get(document) ?? 0) | masks[at])
    }
  })
  const joined = (/** @type {number} */ at) => together.get(candidates[at].document) ?? 0
  return masks.map((mask, at) => (here(mask) && mask !== binding ? joined(at) : mask))
}

/**
 * @param {Part[]} parts
 * @param {(place: number) => boolean} isSet
 */
function bits(parts, isSet) {
  return parts.reduce((mask, _, place) => (isSet(place) ? mask | (1 << place) : mask), 0)
}

/**
 * How much it costs to give a part up: more for what than for where or how, more for what few have.
 *
 * @param {Part} part
 * @param {Float32Array} weights
 */
function worth({ binding }, weights) {
  const rarity = weights.filter((weight) => weight === 0).length / Math.max(1, weights.length)
  return (binding ? BINDING_COUNTS : 1) + rarity / 4
}

/**
 * @param {string} text
 * @param {string} name with a space on both sides
 */
function isNamesake(text, name) {
  return text.includes(' ') ? name.includes(` ${text} `) : name === ` ${text} `
}
