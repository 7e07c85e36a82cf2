/** The client's fault: what it sent is no request, or it went away before it had sent all of it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
