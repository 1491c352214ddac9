/** The worker of ours-worker.js: opens the engine, and answers in the order it is asked. */
let engine

const answered = async ({ settings, query }) => {
  if (settings) {
    const module = await import(settings.script)
    engine = await module.open(settings.index, { day: settings.day })
    return null
  }
  const { total, hits } = await engine.search(query)
  return { total, hits }
}

addEventListener('message', async ({ data: { number, ...given } }) => {
  try {
    postMessage({ number, answer: await answered(given) })
  } catch (error) {
    postMessage({ number, error: String(error) })
  }
})
