import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {OpenApiDocument} from '../../server/inbound/api/open-api.js';

/** What an answer has to be, whatever was asked. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'unsupported_method',
];

/** Schemathesis calls what is allowed positive, and what lies beyond it negative. */
const MODES = {allowed: 'positive', beyond: 'all'} as const;

export type Limits = 'none' | keyof typeof MODES;

export interface FuzzRun {
  /** The program. */
  schemathesis: string;
  document: OpenApiDocument;
  address: string;
  authorization: string;
  seed: number;
  /** For each operation. */
  examples: number;
  /** Which limits of each parameter are tried, too: those that are allowed, or also what lies beyond them. */
  limits: Limits;
  /** Operations of which Zoom allows few calls: they are tried less. */
  costly: readonly string[];
  /** Where it works, and what it says stays. */
  folder: string;
}

/** Asks everything that the document describes. Answers what was done, one event a line, and how the program ended. */
export async function runSchemathesis(
  run: FuzzRun,
): Promise<{events: string; output: string; status: number}> {
  await rm(run.folder, {recursive: true, force: true});
  await mkdir(run.folder, {recursive: true});
  await writeFile(join(run.folder, 'openapi.json'), JSON.stringify(run.document));
  await writeFile(join(run.folder, 'schemathesis.toml'), configOf(run));
  const child = spawn(run.schemathesis, argumentsOf(run), {
    cwd: run.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  await writeFile(join(run.folder, 'output.txt'), output);
  const events = await readFile(join(run.folder, 'events.ndjson'), 'utf8').catch(() => '');
  return {events, output, status: status ?? 1};
}

const argumentsOf = ({address, authorization, seed, examples, limits}: FuzzRun): string[] => [
  ...['run', 'openapi.json', '--url', address, '--header', `Authorization: ${authorization}`],
  ...[
    '--seed',
    String(seed),
    '--max-examples',
    String(examples),
    '--phases',
    limits === 'none' ? 'fuzzing' : 'coverage,fuzzing',
  ],
  ...['--checks', CHECKS.join(','), '--continue-on-failure', '--no-shrink', '--suppress-health-check', 'all'],
  ...['--generation-database', 'none', '--warnings', 'off', '--no-color'],
  ...['--report', 'ndjson', '--report-ndjson-path', 'events.ndjson'],
];

/** https://schemathesis.readthedocs.io/en/stable/reference/configuration/ */
const configOf = ({costly, limits}: FuzzRun): string => {
  const mode = limits === 'none' ? '' : `phases.coverage.generation.mode = "${MODES[limits]}"\n`;
  const spared = `[[operations]]
include-operation-id = ${JSON.stringify(costly)}
generation.max-examples = 4
phases.coverage.enabled = false
`;
  return costly.length === 0 ? mode : mode + spared;
};
