/** A plugin's (or the host's) refusal: Mattermost's `*model.AppError`. `message` is what users see. */
export class HostAppError extends Error {
  constructor(
    message: string,
    readonly id: string,
    readonly status: number,
    readonly details: string,
  ) {
    super(message);
    this.name = 'HostAppError';
  }
}
