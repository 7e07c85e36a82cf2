import type * as z from 'zod';
import type {ProblemCode} from '../../../contract/problem.js';

/** A call of our API, as its description, its page and its client know it. */
export interface DescribedCall {
  /** `operationId`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below our routes; names of parameters in braces. */
  readonly path: string;
  /** A sentence. */
  readonly summary: string;
  /** Who may ask, and what it takes in Zoom: Markdown. */
  readonly description: string;
  /** Under which it is listed. */
  readonly group: string;
  /** In the path and the query, by name. */
  readonly params: Readonly<Record<string, z.ZodType>>;
  readonly query: Readonly<Record<string, z.ZodType>>;
  /** `undefined`: it takes no body. */
  readonly body: z.ZodType | undefined;
  /** A repeated request with the same key does not make a second one. */
  readonly isCreation: boolean;
  readonly status: 200 | 201 | 202 | 204;
  /** Zoom may have nothing to tell, which is 204. */
  readonly mayBeEmpty?: true;
  /** Of its JSON; `undefined`: there is none. */
  readonly answer: z.ZodType | undefined;
  /** How it can say no, besides what every call can. */
  readonly problems: readonly ProblemCode[];
}
