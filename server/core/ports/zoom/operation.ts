import type * as z from 'zod';
import type {ZoomFeatureName} from '../../domain/zoom-features.js';
import type {Endpoint} from './endpoint.js';

/** The parameters that stand in the path, in the query, or in the body. */
type Fields = z.ZodObject;

/**
 * What other systems may ask of Zoom through us, as data: the call, our own route, its description and its typed client
 * follow from this. Names of parameters and fields are Zoom's. A page of a list is one call; `next_page_token` leads
 * to the next.
 */
export interface Operation<
  Path extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends Fields = Fields,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Endpoint<never, unknown>['method'];
  /** As Zoom documents it: `/meetings/{meetingId}/registrants`; our route is the same below `/api/v1/zoom`. */
  readonly path: string;
  /** One English sentence for the description of our API. */
  readonly summary: string;
  /** All parameters of the path. */
  readonly params: Path;
  readonly query: Query;
  /** Sent as JSON; no fields: nothing is sent. */
  readonly body: Body;
  /**
   * The fields that are handed on, and no others. A secret has none. What Zoom leaves out, or sends as `null` or '', is
   * absent.
   */
  readonly answer: Answer;
  /** Parameters of the path that may be a UUID, which is encoded by Zoom's own rule. */
  readonly uuids?: readonly string[];
  /** Zoom answers for so many months at once: `from` and `to` of the query are cut to that. */
  readonly windowMonths?: number;
  /** Whose it is, and how that is found out; see docs/adr/0041. */
  readonly of: OwnedBy;
  /** The whole answer is for the host alone: a passcode is part of its text. */
  readonly isForHost?: true;
  /** It makes something new each time: a repeated request with the same key must not. */
  readonly isCreation?: true;
  readonly scopes: Endpoint<never, unknown>['scopes'];
  /** What alone needs this call. */
  readonly feature: ZoomFeatureName;
  readonly rate: Endpoint<never, unknown>['rate'];
}

/**
 * user: the person whom the path names · meeting, webinar: its host, by number · past: the host of a meeting that is
 * over, by number or UUID (getPastMeeting names them) · answer: whom Zoom's answer names as host (hostOf) · account:
 * nobody's in particular, so that it is for administrators alone
 */
export type OwnedBy = 'user' | 'meeting' | 'webinar' | 'past' | 'answer' | 'account';

/** Declares an operation; what it does not take can be left out. */
export const defineOperation = <
  Path extends Fields,
  Query extends Fields,
  Body extends Fields,
  Answer extends z.ZodType,
>(
  operation: Operation<Path, Query, Body, Answer>,
): Operation<Path, Query, Body, Answer> => operation;

/** What an operation takes: its parameters, wherever they stand. */
export type InputOf<Row> =
  Row extends Operation<infer Path, infer Query, infer Body, z.ZodType>
    ? Named<Path> & Named<Query> & Named<Body>
    : never;

/** An object without fields would allow no field of the others. */
type Named<Given extends Fields> = string extends keyof z.input<Given> ? unknown : z.input<Given>;

export type AnswerOf<Row> = Row extends {answer: infer Answer extends z.ZodType} ? z.output<Answer> : never;
