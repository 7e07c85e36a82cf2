import * as z from 'zod';
import {isMeetingLink} from '../../../contract/link-rules.js';
import {linkHosts, type ZoomAddresses} from '../../core/domain/zoom-addresses.js';
import type {ZoomProblem} from '../../core/domain/zoom-problem.js';
import type {ZoomSubject} from '../../core/domain/zoom-subject.js';
import type {Clock} from '../../core/ports/clock.js';
import {hasCode, zoomTrouble, type PortError} from '../../core/ports/port-error.js';
import {optionalText} from '../../core/ports/zoom/answer-fields.js';
import type {Endpoint, ListEndpoint, LookupEndpoint} from '../../core/ports/zoom/endpoint.js';
import {startDeadline} from '../../lib/deadline.js';
import {encodePath} from './encode-path.js';
import type {SendAs, UnsignedRequest} from './repeat.js';

/** One call with all that belongs to it: token, repetitions, pages. The caller's signal may end it sooner. */
const CALL_LIMIT_MS = 10_000;

interface CallDeps {
  sendAs: SendAs;
  nameOf: (subject: ZoomSubject) => string;
  addresses: ZoomAddresses;
  clock: Clock;
}

/** Which row is asked, on whose behalf, and until when. */
export interface Call<Input, Answer> {
  name: string;
  row: Endpoint<Input, Answer>;
  subject: ZoomSubject;
  signal: AbortSignal;
}

/** One call of one row, page after page where it is a list. */
export async function callEndpoint<Input, Answer>(
  deps: CallDeps,
  call: Call<Input, Answer>,
  input: Input,
): Promise<Answer | undefined> {
  const deadline = startDeadline(deps.clock, CALL_LIMIT_MS, call.signal);
  const ask = async (nextPage?: string): Promise<unknown> =>
    deps.sendAs(
      call.subject,
      describe(call, deps.nameOf(call.subject), input, nextPage),
      call.row.method === 'GET',
      deadline,
    );
  const read = (json: unknown): Answer => readAnswer(call, json, input, deps.addresses);
  try {
    return isList(call.row) ? await collectPages(call.row.pages, ask, read) : read(await ask());
  } catch (error) {
    if (hasCode(error, 'zoom-trouble') && isAbsence(error, call.row)) return undefined;
    throw error;
  } finally {
    deadline.end();
  }
}

function describe<Input>(
  {name, row}: Call<Input, unknown>,
  subject: string,
  input: Input,
  nextPage: string | undefined,
): UnsignedRequest {
  const body = row.body?.(input);
  return {
    log: {endpoint: name, rate: row.rate},
    method: row.method,
    // An operation names its page itself; of other lists all pages are collected here.
    path: encodePath(row.path(input, subject), {
      ...row.query?.(input),
      ...(nextPage !== undefined && {next_page_token: nextPage}),
    }),
    ...(body !== undefined && {body: {type: 'application/json', text: JSON.stringify(body)}}),
  };
}

function readAnswer<Input, Answer>(
  {name, row}: Call<Input, Answer>,
  json: unknown,
  input: Input,
  addresses: ZoomAddresses,
): Answer {
  const read = row.answer.safeParse(json);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    throw zoomTrouble({kind: 'not-understood', detail: 'other-shape'}, {endpoint: name, field});
  }
  const link = row.link?.(read.data, input);
  if (link !== undefined && !isMeetingLink(link.url, linkHosts(addresses))) {
    throw zoomTrouble({kind: 'unsafe-link', meetingNumber: link.meetingNumber}, {endpoint: name});
  }
  return read.data;
}

/** https://developers.zoom.us/docs/api/using-zoom-apis/#pagination: '' or nothing after the last page. */
const nextPageOf = z
  .object({next_page_token: optionalText})
  .transform(({next_page_token}) => next_page_token);

/** Asks until Zoom names no next page, or the bound is reached. */
async function collectPages<Answer>(
  pages: number,
  ask: (nextPage?: string) => Promise<unknown>,
  read: (json: unknown) => Answer,
): Promise<Answer> {
  const items: unknown[] = [];
  let next: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const json = await ask(next);
    items.push(...(read(json) as readonly unknown[]));
    next = nextPageOf.catch(undefined).parse(json);
    if (next === undefined) break;
  }
  return items as Answer;
}

const isList = (row: Endpoint<never, unknown>): row is ListEndpoint<never, unknown> => 'pages' in row;

const isLookup = (row: Endpoint<never, unknown>): row is LookupEndpoint<never, unknown> =>
  'absentCodes' in row;

const isAbsence = ({details: {problem}}: PortError<'zoom-trouble'>, row: Endpoint<never, unknown>): boolean =>
  isLookup(row) && row.absentCodes.includes(codeOf(problem));

/** Zoom's number; 0 where it gave none. */
function codeOf(problem: ZoomProblem): number {
  if (problem.kind === 'invalid') return 300;
  return problem.kind === 'refused' ? problem.code : 0;
}
