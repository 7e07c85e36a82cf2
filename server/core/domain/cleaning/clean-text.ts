import {isSecretName} from './secret-name.js';

/** What stands for something that was taken out of a text. */
export const TAKEN_OUT = '…';

/** What separates words, and the parameters of an address, also of one that is encoded inside another. */
const SEPARATOR = /([\s"'`<>(){},?&;#|\\]|%(?:25)*(?:3f|26|3b|23|20|22))/i;
/** What goes with its parameter. */
const BEFORE_PARAMETER = /^([?&;#]|%(?:25)*(?:3f|26|3b|23))$/i;
const BETWEEN_PARAMETERS = /^([&;]|%(?:25)*(?:26|3b))$/i;
const EQUALS = /=|%(?:25)*3d/i;
/** A name that is longer is none of Zoom's. */
const LONGEST_NAME = 200;

/** As people write it into a text, or JSON into a string: `Passcode: 123456`. */
const SPOKEN =
  /(passcode|password|kenncode|kennwort|passwort|mot de passe|code secret|contraseña|código de acceso|パスコード|パスワード)(["'\\]{0,4}\s{0,4}[:：]\s{0,4}["'\\]{0,4})[^\s"']{1,200}/giu;

/**
 * A text without what lets somebody in or acts as somebody: parameters of addresses (`pwd`, `zak`, `tk`, every token),
 * passcodes that are named in it, and signed tokens (RFC 7519). It takes time in proportion to the text's length.
 */
export function withoutSecretsInText(text: string): string {
  const [first = '', ...rest] = text.split(SEPARATOR);
  let kept = withoutSecret(first);
  /** Of a parameter that was taken out: what comes next may be the first one now. */
  let opening = '';
  for (let at = 0; at < rest.length; at += 2) {
    const [separator = '', part = ''] = rest.slice(at, at + 2);
    const cut = withoutSecret(part);
    if (cut === '' && part !== '' && BEFORE_PARAMETER.test(separator)) {
      if (!BETWEEN_PARAMETERS.test(separator)) opening = separator;
      continue;
    }
    kept += (opening !== '' && BETWEEN_PARAMETERS.test(separator) ? opening : separator) + cut;
    opening = '';
  }
  return kept.replace(SPOKEN, `$1$2${TAKEN_OUT}`);
}

function withoutSecret(part: string): string {
  if (isSignedToken(part)) return TAKEN_OUT;
  const equals = EQUALS.exec(part);
  if (equals === null) return part;
  const isPadding = /^=*$/.test(part.slice(equals.index));
  const before = part.slice(0, equals.index);
  const name = before.slice(before.lastIndexOf('/') + 1).slice(-LONGEST_NAME);
  return isPadding || !isSecretName(decoded(name)) ? part : before.slice(0, before.length - name.length);
}

function decoded(name: string): string {
  try {
    const once = decodeURIComponent(name);
    return once === name ? name : decoded(once);
  } catch {
    // It only looks encoded.
    return name;
  }
}

/** Three parts, the first of which begins as every JSON does. */
const isSignedToken = (part: string): boolean =>
  /(^|[^A-Za-z\d])eyJ/.test(part) && part.split('.').length >= 3;
