/** The other side answered a call with an error; the message is its text, word for word. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
}

/** The connection ended before the answer came, so nobody knows whether the call was carried out. */
export class RpcConnectionError extends Error {
  override readonly name = 'RpcConnectionError';
}

/** What Go's net/rpc answers to a method it does not know. */
export function unknownMethod(method: string): string {
  return `rpc: can't find method ${method}`;
}
