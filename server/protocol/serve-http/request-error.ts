/** The client's fault: what it sent is no request, or it went away before it had sent all of it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    message: string,
    /** What it is answered: 400, or 501 for a method that nobody knows (RFC 9110 §15.6.2). */
    readonly status: 400 | 501 = 400,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
