import * as z from 'zod';

const check = z.object({
  name: z.string(),
  status: z.string(),
  failure_info: z.object({failure: z.object({title: z.string(), message: z.string()})}).nullish(),
});
const interaction = z.object({
  request: z.object({method: z.string(), uri: z.string(), body: z.object({$base64: z.string()}).nullish()}),
  response: z.object({status_code: z.number(), content: z.object({$base64: z.string()}).nullish()}).nullish(),
});
const event = z.object({
  ScenarioFinished: z
    .object({
      recorder: z.object({
        label: z.string(),
        checks: z.record(z.string(), z.array(check)).default({}),
        interactions: z.record(z.string(), interaction).default({}),
      }),
    })
    .optional(),
  NonFatalError: z.object({label: z.string().optional()}).loose().optional(),
  FatalError: z.object({}).loose().optional(),
});

/** One answer that is not as described. */
export interface Fault {
  /** Method and path. */
  operation: string;
  what: string;
  /** What was asked and answered, in one line. */
  example: string;
}

export interface Tally {
  /** By method and path: how often each status was answered. */
  statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  faults: readonly Fault[];
}

/** Reads what Schemathesis writes with `--report ndjson`. */
export function readEvents(lines: string): Tally {
  const statuses = new Map<string, Map<number, number>>();
  const faults: Fault[] = [];
  for (const line of lines.split('\n').filter((text) => text !== '')) {
    const {ScenarioFinished: scenario, NonFatalError, FatalError} = event.parse(JSON.parse(line));
    const error = NonFatalError ?? FatalError;
    if (error !== undefined) {
      const operation = typeof error['label'] === 'string' ? error['label'] : 'the run';
      faults.push({operation, what: 'It could not be tried', example: JSON.stringify(error).slice(0, 600)});
    }
    if (scenario === undefined) continue;
    const {label, checks, interactions} = scenario.recorder;
    const counts = statuses.get(label) ?? new Map<number, number>();
    statuses.set(label, counts);
    for (const {response} of Object.values(interactions)) {
      if (response) counts.set(response.status_code, (counts.get(response.status_code) ?? 0) + 1);
    }
    for (const [id, results] of Object.entries(checks)) {
      for (const {name, status, failure_info} of results) {
        if (status !== 'failure') continue;
        const {title = name, message = ''} = failure_info?.failure ?? {};
        const what = [title, message].filter((text) => text !== '').join(': ');
        faults.push({operation: label, what, example: exampleOf(interactions[id])});
      }
    }
  }
  return {statuses, faults};
}

function exampleOf(found: z.infer<typeof interaction> | undefined): string {
  if (found === undefined) return '';
  const {request, response} = found;
  const asked = `${request.method} ${request.uri} ${textOf(request.body)}`.trim();
  return `${asked} → ${response?.status_code ?? 'no answer'} ${textOf(response?.content)}`.trim();
}

const textOf = (content: {$base64: string} | null | undefined): string =>
  Buffer.from(content?.$base64 ?? '', 'base64')
    .toString()
    .slice(0, 400);
