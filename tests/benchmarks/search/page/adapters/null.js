/** Searches nothing: one small file fetched and ten results shown. What is left is what measuring costs. */
export async function open({ results }) {
  const answer = await (await fetch(results)).json()
  return { search: async () => answer }
}
