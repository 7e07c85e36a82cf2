import {withoutAddressesInText} from './clean-addresses.js';
import {TAKEN_OUT, withoutSecretsInText} from './clean-text.js';
import {isAddressName, isSecretName} from './secret-name.js';

/** Zoom's own answers are a few levels deep; what is deeper was made to break whoever reads it. */
const DEEPEST = 40;

/** How JSON is cleaned. */
interface Rules {
  isTakenOut: (name: string) => boolean;
  text: (text: string) => string;
  parseJson: (text: string) => unknown;
}

/** JSON from Zoom without what lets somebody in or acts as somebody. What is left has the shape that it had. */
export interface Cleaning {
  /** Fields are left out by their names; texts are as `withoutSecretsInText` leaves them. */
  withoutSecrets: (json: unknown) => unknown;
  /** The same, also without e-mail addresses and addresses of devices. */
  withoutSecretsAndAddresses: (json: unknown) => unknown;
}

/** `parseJson`: reads JSON that is stored in a text; `undefined`: it is none. */
export function createCleaning(parseJson: (text: string) => unknown): Cleaning {
  const secrets: Rules = {isTakenOut: isSecretName, text: withoutSecretsInText, parseJson};
  const all: Rules = {
    isTakenOut: (name) => isSecretName(name) || isAddressName(name),
    text: (text) => withoutAddressesInText(withoutSecretsInText(text)),
    parseJson,
  };
  return {
    withoutSecrets: (json) => cleaned(json, secrets, 0),
    withoutSecretsAndAddresses: (json) => cleaned(json, all, 0),
  };
}

function cleaned(json: unknown, rules: Rules, depth: number): unknown {
  if (typeof json === 'string') return cleanedText(json, rules, depth);
  if (typeof json !== 'object' || json === null) return json;
  if (depth >= DEEPEST) return TAKEN_OUT;
  if (Array.isArray(json)) return json.map((item) => cleaned(item, rules, depth + 1));
  const isAboutSecret = NAMING.some((field) => namesSecret(json, field, rules));
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => {
      if (rules.isTakenOut(name) || rules.text(name) !== name) return [];
      if (isAboutSecret && !NAMING.includes(name)) return [];
      return [[name, cleaned(value, rules, depth + 1)]];
    }),
  );
}

/** Fields whose text says what stands beside them: `{"name": "passcode", "value": "…"}`. */
const NAMING: readonly string[] = ['name', 'key', 'field', 'field_name', 'title'];
/** Longer ones are what people wrote. */
const LONGEST_NAMING = 40;

function namesSecret(json: object, field: string, {isTakenOut}: Rules): boolean {
  const name = (json as Record<string, unknown>)[field];
  if (typeof name !== 'string' || name.length > LONGEST_NAMING || !('value' in json)) return false;
  return isTakenOut(name);
}

/** JSON that is stored in a text is cleaned as JSON. */
function cleanedText(text: string, rules: Rules, depth: number): string {
  const inner = /^\s*[[{"]/.test(text) ? rules.parseJson(text) : undefined;
  return inner === undefined ? rules.text(text) : JSON.stringify(cleaned(inner, rules, depth + 1));
}
