/** A refusal in the form of Mattermost's REST API. */
export class RestError extends Error {
  override readonly name: string = 'RestError';
  constructor(
    readonly status: number,
    readonly id: string,
    message: string,
  ) {
    super(message);
  }
}
