/** What happened to a call that Mattermost did not carry out. */
export class RestError extends Error {
  override readonly name = 'RestError';
  constructor(
    /** The answer's; `undefined`: there was none in time. */
    readonly status: number | undefined,
    message: string,
    /** Mattermost's own name of the error, for example `api.command.duplicate_trigger.app_error`. */
    readonly id = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
