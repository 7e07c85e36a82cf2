/** The first `limit` bytes of an answer, without waiting for the rest. */
export async function readAtMost(answer: Response, limit: number): Promise<Uint8Array> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  for (let length = 0; length < limit;) {
    const {done, value} = (await reader.read()) as {done: boolean; value?: Uint8Array};
    if (done || value === undefined) break;
    chunks.push(value);
    length += value.length;
  }
  await reader.cancel();
  return Buffer.concat(chunks).subarray(0, limit);
}
