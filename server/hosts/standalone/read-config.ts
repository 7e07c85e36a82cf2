import {readFileSync} from 'node:fs';
import {parseJson} from '../../lib/parse-json.js';
import {COUNTS, readCount, readSwitch, SWITCHES} from '../../core/domain/settings-schema.js';
import {isOfKubernetes} from './is-of-kubernetes.js';
import {CONFIG_KEYS, INIT_KEYS, type ServiceConfig, serviceSchema} from './service-config.js';

/** Both halves of the configuration. */
export interface Config {
  service: ServiceConfig;
  /** As the System Console would hand them out. */
  settings: Record<string, unknown>;
  /** What the operator should know, one sentence each. */
  notes: readonly string[];
}

/** What is wrong, one sentence each; values are never repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** In the environment, every name has this prefix and is in capitals, like Mattermost's own. */
const PREFIX = 'MM_ZOOM_';
const DEFAULT_FILE = 'zoom-mattermost.json';

type Environment = Readonly<Record<string, string | undefined>>;
type ReadFile = (path: string) => string;

/**
 * The configuration: a JSON file, overridden by the environment (`MM_ZOOM_ACCOUNTID`, or `MM_ZOOM_ACCOUNTID_FILE` with
 * the name of a file that holds the value, as containers provide secrets).
 * @throws ConfigError
 */
export function readConfig(
  env: Environment,
  file: string | undefined,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): Config {
  const problems: string[] = [];
  const {own, foreign} = variablesOf(env);
  const fromEnv = fromEnvironment(own, readFile, problems);
  for (const key of INIT_KEYS.filter((name) => Object.hasOwn(fromEnv, name))) {
    delete fromEnv[key];
    problems.push(`The environment has ${variableOf(key)}, which is for init alone: remove it.`);
  }
  const values = {...fromFile(file, readFile, problems), ...fromEnv};
  const wrong = Object.entries(values).flatMap(([name, value]) => valueProblem(name, value));
  problems.push(...wrong.map(({name, problem}) => `${name} ${problem}.`));
  const isSaid = (name: PropertyKey | undefined): boolean => wrong.some((each) => each.name === name);
  const service = serviceSchema.safeParse(values);
  const issues = service.success ? [] : service.error.issues.filter(({path: [name]}) => !isSaid(name));
  problems.push(...issues.map(({path: [name], message}) => `${String(name)} ${message}.`));
  if (!service.success || problems.length > 0) throw new ConfigError(problems);
  const names = new Set(Object.keys(serviceSchema.shape));
  const settings = Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
  return {service: service.data, settings, notes: notesOn(foreign)};
}

/**
 * What is there for `init` to begin with: the file that is to be replaced, if there is one that can be read, and the
 * environment over it. Everything is text.
 * @throws ConfigError about the environment
 */
export function readGiven(
  env: Environment,
  file: string,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
): Record<string, string> {
  const problems: string[] = [];
  const fromEnv = fromEnvironment(variablesOf(env).own, readFile, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const given = {...fromFile(file, readFile, []), ...fromEnv};
  const texts = Object.entries(given).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

/** The name of the variable that holds a value. */
export const variableOf = (key: string): string => `${PREFIX}${key.toUpperCase()}`;

function variablesOf(env: Environment) {
  const all = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && value !== undefined ? [[name, value] as const] : [],
  );
  const own = all.filter(([name, value]) => !isOfKubernetes(name, value));
  const foreign = all.filter(([name, value]) => isOfKubernetes(name, value)).map(([name]) => name);
  return {own, foreign};
}

function fromFile(file: string | undefined, readFile: ReadFile, problems: string[]): Record<string, unknown> {
  const path = file ?? DEFAULT_FILE;
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const isMissing = (error as {code?: string}).code === 'ENOENT';
    if (file !== undefined || !isMissing) problems.push(`The file ${path} cannot be read.`);
    return {};
  }
  const content = parsed(text.replace(BYTE_ORDER_MARK, ''));
  if (content === undefined) {
    problems.push(`The file ${path} is no JSON object.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      const key = keyIn(CONFIG_KEYS, name);
      if (key === undefined) problems.push(`${path} has the unknown name ${name}.`);
      return key === undefined ? [] : [[key, value]];
    }),
  );
}

/** Editors of Windows put it before a text in UTF-8. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Everything is text but what is on or off, or a number. */
function valueProblem(name: string, value: unknown): {name: string; problem: string}[] {
  if (value === null) return [{name, problem: 'is null: remove it, or give it a value'}];
  if (COUNTS.some((key) => key === name)) {
    return readCount(value) === undefined ? [{name, problem: 'must be a whole number, such as 500'}] : [];
  }
  if (!SWITCHES.some((key) => key === name)) {
    return typeof value === 'string' ? [] : [{name, problem: 'must be text in quotes'}];
  }
  if (readSwitch(value) !== undefined) return [];
  // A short word is repeated: nobody takes it for a secret, and it may come from elsewhere than one thinks.
  const word = typeof value === 'string' ? /^\w{1,12}$/.exec(value)?.[0] : undefined;
  return [{name, problem: `must be true or false${word === undefined ? '' : `, not "${word}"`}`}];
}

const notesOn = (foreign: readonly string[]): string[] =>
  foreign.length === 0
    ? []
    : [`Kubernetes has written ${foreign.join(', ')} for a service of its own; they are ignored.`];

function fromEnvironment(
  variables: readonly (readonly [name: string, value: string])[],
  readFile: ReadFile,
  problems: string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of variables) {
    const [, short = '', isFile] = /^(.*?)(_FILE)?$/.exec(name.slice(PREFIX.length)) ?? [];
    const key = keyIn([...CONFIG_KEYS, ...INIT_KEYS], short);
    if (key === undefined) {
      problems.push(`The environment has the unknown name ${name}.`);
    } else if (isFile === undefined) {
      values[key] = value;
    } else {
      try {
        values[key] = readFile(value).trim();
      } catch {
        // The system's own words would name the path, and its value may be a secret put in the wrong place.
        problems.push(`The file that ${name} names cannot be read.`);
      }
    }
  }
  return values;
}

const keyIn = (keys: readonly string[], name: string): string | undefined =>
  keys.find((key) => key.toLowerCase() === name.toLowerCase());

/** `undefined`: it is not a JSON object. */
function parsed(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined;
}
