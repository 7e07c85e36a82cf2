import {readFileSync} from 'node:fs';
import {parseJson} from '../../lib/parse-json.js';
import {CONFIG_KEYS, type ServiceConfig, serviceSchema} from './service-config.js';

/** Both halves of the configuration. */
export interface Config {
  service: ServiceConfig;
  /** As the System Console would hand them out. */
  settings: Record<string, unknown>;
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
  const values = {...fromFile(file, readFile, problems), ...fromEnvironment(env, readFile, problems)};
  const service = serviceSchema.safeParse(values);
  if (!service.success) {
    problems.push(...service.error.issues.map(({path, message}) => `${String(path[0])} ${message}.`));
  }
  if (!service.success || problems.length > 0) throw new ConfigError(problems);
  const names = new Set(Object.keys(serviceSchema.shape));
  const settings = Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
  return {service: service.data, settings};
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
  const content = parsed(text);
  if (content === undefined) {
    problems.push(`The file ${path} is no JSON object.`);
    return {};
  }
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      const key = keyOf(name);
      if (key === undefined) problems.push(`${path} has the unknown name ${name}.`);
      return key === undefined ? [] : [[key, value]];
    }),
  );
}

function fromEnvironment(env: Environment, readFile: ReadFile, problems: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(PREFIX) || value === undefined) continue;
    const [, short = '', isFile] = /^(.*?)(_FILE)?$/.exec(name.slice(PREFIX.length)) ?? [];
    const key = keyOf(short);
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

const keyOf = (name: string): string | undefined =>
  CONFIG_KEYS.find((key) => key.toLowerCase() === name.toLowerCase());

/** `undefined`: it is not a JSON object. */
function parsed(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined;
}
