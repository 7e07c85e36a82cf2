/**
 * What went wrong between a host and its plugin.
 *
 * - `address`: the plugin cannot listen where it is told to
 * - `not-started`: the process ended, or said something else than the handshake
 * - `too-late`: a time limit of the protocol passed
 * - `broker`: the other side answered a dialled stream with another id, or an id was used twice
 */
export type GoPluginErrorCode = 'address' | 'not-started' | 'too-late' | 'broker';

export class GoPluginError extends Error {
  override readonly name = 'GoPluginError';

  constructor(
    readonly code: GoPluginErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
