import type {z} from 'zod';

/** One call of Zoom's REST API as data: what to ask, how to read the answer. */
export interface Endpoint<Input, Answer> {
  /** For the log. */
  readonly name: string;
  /** A `GET` may be asked twice; a `POST` changes something and is never repeated blindly. */
  readonly method: 'GET' | 'POST';
  /** Below the API address, from the slash on; what varies goes through `encodeSegment` or `encodeUuid`. */
  readonly path: (input: Input) => string;
  readonly body?: (input: Input) => Readonly<Record<string, unknown>>;
  /** Reads the fields that the product uses and no others. */
  readonly answer: z.ZodType<Answer>;
}

/** An endpoint that asks for one thing by its name. */
export interface LookupEndpoint<Input, Answer> extends Endpoint<Input, Answer> {
  /** Zoom's error codes that mean: there is no such thing. */
  readonly absentCodes: readonly number[];
}
