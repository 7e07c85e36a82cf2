/**
 * Why a gob stream or value was refused.
 *
 * - `truncated`: a message ended inside a value
 * - `malformed`: the bytes break the format
 * - `undefined-type`: a value refers to a type id nobody defined
 * - `over-limit`: larger, deeper or richer in types than the decoder allows
 * - `unencodable`: a value does not fit the type it is to be sent as
 */
export type GobErrorCode = 'truncated' | 'malformed' | 'undefined-type' | 'over-limit' | 'unencodable';

/** The only error the gob encoder and decoder throw. It never quotes strings of the value. */
export class GobError extends Error {
  override readonly name = 'GobError';

  constructor(
    readonly code: GobErrorCode,
    readonly reason: string,
    /** The innermost struct field concerned, as `Post.Message`. */
    readonly path?: string,
  ) {
    super(path === undefined ? `gob: ${reason}` : `gob: ${path}: ${reason}`);
  }
}
