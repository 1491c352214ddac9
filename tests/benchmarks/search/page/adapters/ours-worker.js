/** Our own engine off the main thread, to see what that costs and brings; the harness's site has the engine on it. */
import { asked, shown } from './ours.js'

export async function open(settings) {
  const { index } = settings
  const early = { rel: 'preload', href: index, as: 'fetch', crossOrigin: 'anonymous' }
  document.head.append(Object.assign(document.createElement('link'), early))
  const worker = new Worker('/-/adapters/ours-worker-inside.js', { type: 'module' })
  const waiting = new Map()
  let asking = 0
  worker.addEventListener('message', ({ data: { number, answer, error } }) => {
    const { resolve, reject } = waiting.get(number)
    waiting.delete(number)
    if (error) reject(new Error(error))
    else resolve(answer)
  })
  const ask = (given) => new Promise((resolve, reject) => {
    asking += 1
    waiting.set(asking, { resolve, reject })
    worker.postMessage({ number: asking, ...given })
  })
  const opened = ask({ settings })
  return {
    async search(query) {
      await opened
      const { total, hits } = await ask({ query: asked(query) })
      return { total, hits: hits.slice(0, 10).map(shown) }
    },
  }
}
